import { type FormEvent, type ReactElement, useState } from 'react';
import type { Settings } from '../../../main/contract/index.ts';
import { useAct } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { plural } from '../../ui/format.ts';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import { daysFault, megabytesFault } from './model.ts';
import styles from './settings.module.css';

interface RetentionFormProps {
  readonly retention: Settings['retention'];
  readonly isPurging: boolean;
  readonly onPurging: (isPurging: boolean) => void;
}

/** How long events are kept, and throwing them away now. */
export function RetentionForm({ retention, isPurging, onPurging }: RetentionFormProps): ReactElement {
  const save = useAct('settings.set');
  const [days, setDays] = useState(String(retention.days));
  const [megabytes, setMegabytes] = useState(String(retention.megabytes));
  const faults = [daysFault(days), megabytesFault(megabytes)] as const;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (faults.some((fault) => fault !== null)) return;
    save.mutate(
      { retention: { days: Number(days), megabytes: Number(megabytes) } },
      { onSuccess: () => announceVisibly('Saved.') },
    );
  }

  return (
    <form className={styles.stack} onSubmit={submit}>
      <p className={styles.quiet}>
        Events can hold personal data of your users. The oldest go first when either limit is reached.
      </p>
      <div className={styles.fields}>
        <TextField
          label="Days"
          inputMode="numeric"
          value={days}
          fault={faults[0]}
          onChange={(event) => setDays(event.target.value)}
        />
        <TextField
          label="Megabytes"
          inputMode="numeric"
          value={megabytes}
          fault={faults[1]}
          onChange={(event) => setMegabytes(event.target.value)}
        />
      </div>
      {save.error !== null && <Problem problem={save.error} />}
      <div className={styles.actions}>
        <Button type="submit" isBusy={save.isPending}>
          Save
        </Button>
        <Button onClick={() => onPurging(true)}>Purge events</Button>
      </div>
      {isPurging && <PurgeDialog onClose={() => onPurging(false)} />}
    </form>
  );
}

function PurgeDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const purge = useAct('event.purge');
  return (
    <Modal title="Purge all events" onClose={onClose}>
      <p>Every stored event is deleted at once. Services, ladders, certificates and tokens stay.</p>
      {purge.error !== null && <Problem problem={purge.error} />}
      <ModalActions>
        <Button onClick={onClose}>Keep them</Button>
        <Button
          kind="danger"
          isBusy={purge.isPending}
          onClick={() =>
            purge.mutate(
              {},
              {
                onSuccess: ({ removed }) => {
                  announceVisibly(`${plural(removed, 'event', 'events')} deleted.`);
                  onClose();
                },
              },
            )
          }
        >
          {purge.isPending ? 'Purging…' : 'Purge events'}
        </Button>
      </ModalActions>
    </Modal>
  );
}
