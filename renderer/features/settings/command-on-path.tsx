import { type ReactElement, useState } from 'react';
import type { CommandPlace } from '../../../main/contract/index.ts';
import { useAct, useAnswer } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import styles from './settings.module.css';

/** The `sealwire` command in the person's terminals: how it stands, the plan before it is made, and the way back. */
export function CommandOnPath(): ReactElement | null {
  const place = useAnswer('command.status', {});
  const remove = useAct('command.uninstall');
  const [isPlanShown, setIsPlanShown] = useState(false);

  if (place.error !== null) {
    return (
      <Problem problem={place.error}>
        <Button onClick={() => void place.refetch()}>Look again</Button>
      </Problem>
    );
  }
  if (place.data === undefined) return null;
  const { state, path, isOurs, problem, advice } = place.data;
  return (
    <div className={styles.stack}>
      <div className={styles.between}>
        <div>
          <p>
            The <code>sealwire</code> command
          </p>
          <p className={styles.quiet}>
            {state === 'installed' ? `Your terminals find it at ${path}.` : 'Your terminals do not know it yet.'}
          </p>
        </div>
        {state === 'absent' && <Button onClick={() => setIsPlanShown(true)}>Add to PATH…</Button>}
        {state === 'installed' && isOurs && (
          <Button
            isBusy={remove.isPending}
            onClick={() =>
              remove.mutate({}, { onSuccess: () => announceVisibly('The sealwire command is taken away.') })
            }
          >
            Take away
          </Button>
        )}
      </div>
      {state === 'installed' && advice !== null && <Advice advice={advice} />}
      {problem !== null && (
        <Problem tone="attention" problem={problem}>
          <Button onClick={() => void place.refetch()}>Look again</Button>
        </Problem>
      )}
      {remove.error !== null && <Problem problem={remove.error} />}
      {isPlanShown && <PlanDialog place={place.data} onClose={() => setIsPlanShown(false)} />}
    </div>
  );
}

function PlanDialog({ place, onClose }: { readonly place: CommandPlace; readonly onClose: () => void }): ReactElement {
  const install = useAct('command.install');
  return (
    <Modal title="Add the sealwire command" onClose={onClose}>
      <p>This is what will be changed on this machine. It needs no administrator, and Activity takes it back.</p>
      <ul className={styles.plan}>
        {place.plan.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {place.advice !== null && <Advice advice={place.advice} />}
      {install.error !== null && <Problem problem={install.error} />}
      <ModalActions>
        <Button onClick={onClose}>Change nothing</Button>
        <Button
          kind="primary"
          data-first-focus=""
          isBusy={install.isPending}
          onClick={() =>
            install.mutate(
              { agreed: true },
              {
                onSuccess: () => {
                  announceVisibly('A new terminal knows the sealwire command.');
                  onClose();
                },
              },
            )
          }
        >
          {install.isPending ? 'Adding…' : 'Make these changes'}
        </Button>
      </ModalActions>
    </Modal>
  );
}

/** Sealwire edits no file of a shell; the line is there to be copied. */
function Advice({ advice }: { readonly advice: NonNullable<CommandPlace['advice']> }): ReactElement {
  return (
    <div>
      <p className={styles.quiet}>{advice.text}</p>
      <p className={styles.copied}>
        <code>{advice.line}</code>
        <CopyButton what={`the line for ${advice.file}`} text={advice.line} />
      </p>
    </div>
  );
}
