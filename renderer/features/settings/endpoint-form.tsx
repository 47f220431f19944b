import { type FormEvent, type ReactElement, useState } from 'react';
import type { Settings, Status } from '../../../main/contract/index.ts';
import { useAct } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import { addressesOf, portFault } from './model.ts';
import styles from './settings.module.css';

/** The port in use may be another than the one kept here: the command line or a button fixed it for this run. */
function portHint(kept: number, endpoint: Status['endpoint']): string {
  const isElsewhere = endpoint?.listening === true && endpoint.port !== kept;
  return isElsewhere ? `Listening on ${endpoint.port} in this run` : '0 takes any free port';
}

interface EndpointFormProps {
  readonly settings: Settings['endpoint'];
  readonly status: Status;
}

/** Port and addresses. Saving a change starts the endpoint anew there. */
export function EndpointForm({ settings, status }: EndpointFormProps): ReactElement {
  const save = useAct('settings.set');
  const start = useAct('endpoint.start');
  const stop = useAct('endpoint.stop');
  const [port, setPort] = useState(String(settings.port));
  const [hosts, setHosts] = useState(settings.hosts.join(', '));
  const fault = portFault(port);
  const addresses = addressesOf(hosts);
  const isListening = status.endpoint?.listening === true;
  const problem = save.error ?? start.error ?? stop.error;

  async function apply(endpoint: Settings['endpoint']): Promise<void> {
    await save.mutateAsync({ endpoint });
    if (!status.initialised) return announceVisibly('Saved. It applies when the line is made secure.');
    const { url } = await start.mutateAsync(endpoint);
    announceVisibly(`The endpoint listens on ${url}.`);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    // What went wrong is shown below, out of the two acts.
    if (fault === null) apply({ port: Number(port), hosts: addresses }).catch(() => undefined);
  }

  return (
    <form className={styles.stack} onSubmit={submit}>
      <div className={styles.fields}>
        <TextField
          label="Port"
          inputMode="numeric"
          value={port}
          fault={fault}
          hint={portHint(settings.port, status.endpoint)}
          onChange={(event) => setPort(event.target.value)}
        />
        <TextField
          label="Further addresses"
          value={hosts}
          placeholder="none: this machine only"
          hint="Addresses of this machine, separated by commas"
          onChange={(event) => setHosts(event.target.value)}
        />
      </div>
      {addresses.length > 0 && (
        <p className={styles.warning}>
          <StateIcon tone="attention" size={16} />
          <span>
            Everyone who can reach {addresses.join(', ')} can connect there. They still need the token to report.
          </span>
        </p>
      )}
      {problem !== null && <Problem problem={problem} />}
      <div className={styles.actions}>
        <Button type="submit" isBusy={save.isPending || start.isPending}>
          Save and listen there
        </Button>
        {status.initialised && (
          <Button
            isBusy={stop.isPending || start.isPending}
            onClick={() => (isListening ? stop.mutate({}) : start.mutate({}))}
          >
            {isListening ? 'Stop endpoint' : 'Start endpoint'}
          </Button>
        )}
      </div>
    </form>
  );
}
