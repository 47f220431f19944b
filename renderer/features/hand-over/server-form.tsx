import type { ReactElement } from 'react';
import type { ServerTarget } from '../../../main/contract/index.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { NamesEditor } from '../../ui/names-editor.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import styles from './hand-over.module.css';
import { portFault, type ServerDraft } from './model.ts';
import { MoreSettings } from './more-settings.tsx';

interface ServerFormProps {
  readonly targets: readonly ServerTarget[];
  readonly target: ServerTarget;
  readonly draft: ServerDraft;
  readonly onTarget: (id: string) => void;
  readonly onDraft: (change: Partial<ServerDraft>) => void;
}

/** How the server is run, which version it is, and under which names agents reach it. */
export function ServerForm({ targets, target, draft, onTarget, onDraft }: ServerFormProps): ReactElement {
  return (
    <div className={styles.form}>
      <div className={styles.fields}>
        <SelectField
          label="How it is run"
          value={target.id}
          hint={`For ${target.audience}.`}
          onChange={(event) => onTarget(event.target.value)}
        >
          {targets.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Version of APM Server"
          placeholder="9.1.0"
          hint={`${target.since} or later.`}
          value={draft.version}
          onChange={(event) => onDraft({ version: event.target.value })}
        />
        <TextField
          label="Port"
          inputMode="numeric"
          value={draft.port}
          fault={portFault(draft.port)}
          onChange={(event) => onDraft({ port: event.target.value })}
        />
        {!(target.takesTrial && draft.isTrial) && target.id !== 'eck' && (
          <TextField
            label="Elasticsearch"
            placeholder="http://localhost:9200"
            hint="Where the server sends to."
            value={draft.elasticsearch}
            onChange={(event) => onDraft({ elasticsearch: event.target.value })}
          />
        )}
      </div>
      <fieldset className={styles.names}>
        <legend className={styles.legend}>Names and addresses that agents use</legend>
        {target.usualNames.length > 0 && draft.names.length === 0 && (
          <p className={styles.quiet}>
            Unless you name others: <code>{target.usualNames.join(', ')}</code>
          </p>
        )}
        <NamesEditor
          names={draft.names}
          onNames={(names) => onDraft({ names })}
          typed={draft.typed}
          onTyped={(typed) => onDraft({ typed })}
        />
      </fieldset>
      {(target.takesRequest || target.takesPassphrase || target.takesTrial) && (
        <Choices target={target} draft={draft} onDraft={onDraft} />
      )}
      <MoreSettings draft={draft} onDraft={onDraft} />
    </div>
  );
}

/** What not every way to run a server has a place for. */
function Choices({ target, draft, onDraft }: Pick<ServerFormProps, 'target' | 'draft' | 'onDraft'>): ReactElement {
  return (
    <div className={styles.choices}>
      {target.takesRequest && (
        <Segments
          legend="Who signs the certificate"
          value={draft.from}
          onChoose={(from) => onDraft({ from })}
          choices={[
            { value: 'authority', title: 'Signed by Sealwire’s authority' },
            { value: 'request', title: 'A request for your organisation’s' },
          ]}
        />
      )}
      {target.takesPassphrase && (
        <Toggle
          label="Encrypt the private key"
          hint="The keystore holds its passphrase."
          isOn={draft.isEncrypted}
          onChange={(isEncrypted) => onDraft({ isEncrypted })}
        />
      )}
      {target.takesTrial && (
        <Toggle
          label="With Elasticsearch and Kibana"
          hint="To try it on one machine."
          isOn={draft.isTrial}
          onChange={(isTrial) => onDraft({ isTrial })}
        />
      )}
    </div>
  );
}
