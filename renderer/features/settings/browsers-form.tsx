import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import type { Settings, Status } from '../../../main/contract/index.ts';
import { useAct } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { BrowsersInForce } from './browsers-in-force.tsx';
import { BrowsersLine } from './browsers-line.tsx';
import { eventLimitFault, isOpenToAll, listOf, originsFault } from './browsers-model.ts';
import styles from './settings.module.css';

interface BrowsersFormProps {
  readonly saved: Settings['rum'];
  readonly status: Status;
  readonly command: string;
  /** Asked for by name: the switch takes the focus. */
  readonly isAsked: boolean;
  readonly onTaken: () => void;
}

/** What browsers may do: how it stands, the switch with its terms, and the same as text. Saving a change starts the endpoint anew. */
export function BrowsersForm({ saved, status, command, isAsked, onTaken }: BrowsersFormProps): ReactElement {
  const save = useAct('settings.set');
  const start = useAct('endpoint.start');
  const form = useRef<HTMLFormElement>(null);
  const [isOn, setIsOn] = useState(saved.enabled);
  const [origins, setOrigins] = useState(saved.origins.join(', '));
  const [services, setServices] = useState(saved.services.join(', '));
  const [limit, setLimit] = useState(String(saved.eventLimit));
  const fault = { origins: originsFault(origins), limit: eventLimitFault(limit) };
  const isUsable = !isOn || (fault.origins === null && fault.limit === null);
  // What cannot be used and is switched off stays as it was.
  const wanted = isUsable
    ? {
        enabled: isOn,
        origins: fault.origins === null ? listOf(origins) : saved.origins,
        services: listOf(services),
        eventLimit: fault.limit === null ? Number(limit) : saved.eventLimit,
      }
    : null;
  const { endpoint, rum } = status;
  const problem = save.error ?? start.error;

  useEffect(() => {
    if (!isAsked) return;
    form.current?.querySelector('input')?.focus({ preventScroll: true });
    form.current?.closest('section')?.scrollIntoView({ block: 'start' });
    onTaken();
  }, [isAsked, onTaken]);

  async function apply(rules: Settings['rum']): Promise<void> {
    await save.mutateAsync({ rum: rules });
    if (endpoint?.listening !== true || rum.by !== 'settings') return announceVisibly('Saved.');
    // The port that it has: it may be another than the one that is kept.
    await start.mutateAsync({ port: endpoint.port });
    announceVisibly(rules.enabled ? 'Browsers may report.' : 'Browsers may not report.');
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    // What went wrong is shown below, out of the two acts.
    if (wanted !== null) apply(wanted).catch(() => undefined);
  }

  return (
    <div className={styles.stack}>
      <BrowsersInForce rum={rum} endpoint={endpoint} />
      <form className={styles.stack} ref={form} onSubmit={submit}>
        <Toggle
          label="Let browsers report (RUM)"
          hint="Whoever sends no token is then taken for a browser, on every path. Who sends one is not limited by any of this."
          isOn={isOn}
          onChange={setIsOn}
        />
        {isOn && (
          <>
            <TextField
              label="Origins that may report"
              value={origins}
              fault={fault.origins}
              hint="Separated by commas; * stands for any characters, and alone for every page"
              onChange={(event) => setOrigins(event.target.value)}
            />
            <div className={styles.fields}>
              <TextField
                label="Events a second"
                inputMode="numeric"
                value={limit}
                fault={fault.limit}
                hint="From one address"
                onChange={(event) => setLimit(event.target.value)}
              />
              <TextField
                label="Services"
                value={services}
                placeholder="all of them"
                hint="Names of the services that may report, separated by commas"
                onChange={(event) => setServices(event.target.value)}
              />
            </div>
            {isOpenToAll(origins) && (
              <p className={styles.warning}>
                <StateIcon tone="attention" size={16} />
                <span>Every page that is open in a browser on this machine can then send events here.</span>
              </p>
            )}
          </>
        )}
        {problem !== null && <Problem problem={problem} />}
        <div className={styles.actions}>
          <Button type="submit" isBusy={save.isPending || start.isPending}>
            Save for browsers
          </Button>
        </div>
      </form>
      {wanted?.enabled === true && <BrowsersLine rum={wanted} command={command} />}
    </div>
  );
}
