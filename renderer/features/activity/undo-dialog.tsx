import { type ReactElement, useEffect } from 'react';
import type { LedgerEntry } from '../../../main/contract/index.ts';
import { useAct } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Breakable } from '../../ui/breakable.tsx';
import { Button } from '../../ui/button.tsx';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import styles from './activity.module.css';

interface UndoDialogProps {
  readonly entry: LedgerEntry;
  readonly onClose: () => void;
}

/** Shows what taking a change back would do and asks; then does it, unless what is there was changed meanwhile. */
export function UndoDialog({ entry, onClose }: UndoDialogProps): ReactElement {
  const plan = useAct('ledger.plan');
  const undo = useAct('ledger.undo');
  const problem = undo.error ?? plan.error;
  const { mutate: ask } = plan;
  useEffect(() => ask({ id: entry.id }), [ask, entry.id]);
  return (
    <Modal title="Undo this change" isWide onClose={onClose}>
      <p className={styles.words}>{entry.what}</p>
      {problem !== null && (
        <Problem problem={problem}>
          <Button
            onClick={() => {
              undo.reset();
              ask({ id: entry.id });
            }}
          >
            Look again
          </Button>
        </Problem>
      )}
      {plan.isPending && <p role="status">Looking at what is there to say what would be done…</p>}
      {plan.data !== undefined && problem === null && (
        <section className={styles.plan} aria-label="What undoing does">
          <ul className={styles.does}>
            {plan.data.does.map((line) => (
              <li key={line}>
                <Breakable text={line} />
              </li>
            ))}
          </ul>
          <p className={styles.undo}>Your rights are enough. Nothing else is changed.</p>
        </section>
      )}
      <ModalActions>
        <Button onClick={onClose}>Change nothing</Button>
        <Button
          kind="primary"
          disabled={plan.data === undefined || problem !== null}
          isBusy={undo.isPending}
          onClick={() =>
            plan.data !== undefined &&
            undo.mutate(
              { id: entry.id, seen: plan.data.seen },
              {
                onSuccess: ({ said }) => {
                  announceVisibly(said);
                  onClose();
                },
              },
            )
          }
        >
          {undo.isPending ? 'Undoing…' : 'Undo'}
        </Button>
      </ModalActions>
    </Modal>
  );
}
