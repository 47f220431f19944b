import { type ReactElement, useState } from 'react';
import { useAct } from '../../bridge/procedure.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/code.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import styles from './plan-dialog.module.css';

/** The order in which the token of a real server is changed so that nothing is lost. It only tells; nothing is changed. */
export function PlanDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [server, setServer] = useState('');
  const plan = useAct('token.plan');
  return (
    <Modal title="Change the token of a server" isWide onClose={onClose}>
      <p>
        A real server takes one token at a time. Sealwire stands in front of it while your agents move from the old one
        to the new.
      </p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          plan.mutate({ server: server.trim() });
        }}
      >
        <TextField
          label="Address of the server"
          data-first-focus
          value={server}
          placeholder="https://apm.example.com:8200"
          onChange={(event) => setServer(event.target.value)}
        />
        <Button kind="primary" type="submit" isBusy={plan.isPending} disabled={server.trim() === ''}>
          Show the steps
        </Button>
      </form>
      {plan.error !== null && <Problem problem={plan.error} />}
      {plan.data !== undefined && (
        <ol className={styles.steps}>
          {plan.data.steps.map(({ title, text, commands }) => (
            <li key={title} className={styles.step}>
              <div className={styles.head}>
                <h3>{title}</h3>
                <CopyButton what={`the commands of “${title}”`} text={commands.join('\n')} kind="quiet" />
              </div>
              <p>{text}</p>
              <Code content={commands.join('\n')} isWrapped />
            </li>
          ))}
        </ol>
      )}
      <ModalActions>
        <Button onClick={onClose}>Close</Button>
      </ModalActions>
    </Modal>
  );
}
