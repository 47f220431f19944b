import { type ReactElement, useEffect, useState } from 'react';
import { desktop } from '../../bridge/desktop.ts';
import { useAct } from '../../bridge/procedure.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import styles from './settings.module.css';

const WORD = 'remove';

interface RemoveEverythingProps {
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** Takes everything away that Sealwire keeps: shows the plan, asks for a typed word, then does it. */
export function RemoveEverything({ isOpen, onToggle }: RemoveEverythingProps): ReactElement {
  return (
    <div className={styles.between}>
      <p className={styles.quiet}>
        Deletes authorities, certificates, tokens, events and settings. Agents that use them stop reporting.
      </p>
      <Button kind="danger" onClick={() => onToggle(true)}>
        Remove everything
      </Button>
      {isOpen && <RemoveDialog onClose={() => onToggle(false)} />}
    </div>
  );
}

function RemoveDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const plan = useAct('app.remove');
  const remove = useAct('app.remove');
  const [typed, setTyped] = useState('');
  const { mutate: ask } = plan;

  useEffect(() => ask({ confirm: false }), [ask]);

  const problem = plan.error ?? remove.error;
  if (remove.data?.removed === true) {
    return (
      <Modal title="Everything is removed" onClose={onClose}>
        <p>
          Nothing that Sealwire kept is left on this machine. You can close this {desktop() === null ? 'tab' : 'window'}
          .
        </p>
      </Modal>
    );
  }
  return (
    <Modal title="Remove everything" onClose={onClose}>
      {plan.data === undefined ? (
        plan.error === null && <p role="status">Listing what would be removed…</p>
      ) : (
        <>
          <p>This is what will be removed. It cannot be undone.</p>
          <ul className={styles.plan}>
            {plan.data.plan.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <TextField
            label={`Type “${WORD}” to confirm`}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </>
      )}
      {problem !== null && <Problem problem={problem} />}
      <ModalActions>
        <Button onClick={onClose}>Keep everything</Button>
        <Button
          kind="danger"
          isBusy={remove.isPending}
          disabled={typed.trim().toLowerCase() !== WORD || plan.data === undefined}
          onClick={() => remove.mutate({ confirm: true })}
        >
          {remove.isPending ? 'Removing…' : 'Remove everything'}
        </Button>
      </ModalActions>
    </Modal>
  );
}
