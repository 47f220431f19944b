import type { ReactElement } from 'react';
import { SelectField, TextField } from '../../ui/field.tsx';
import styles from './hand-over.module.css';
import type { ServerDraft } from './model.ts';

interface MoreSettingsProps {
  readonly draft: ServerDraft;
  readonly onDraft: (change: Partial<ServerDraft>) => void;
}

/** What few servers need otherwise than the endpoint here has it: folded away, and named so that it is found. */
export function MoreSettings({ draft, onDraft }: MoreSettingsProps): ReactElement {
  return (
    <details>
      <summary className={styles.more}>Browsers, client certificates and versions of TLS</summary>
      <div className={styles.fields}>
        <SelectField
          label="Browsers (RUM)"
          value={draft.rum}
          hint="They report without a token."
          onChange={(event) =>
            onDraft({
              rum: event.target.value === 'on' || event.target.value === 'off' ? event.target.value : 'as-here',
            })
          }
        >
          <option value="as-here">as here</option>
          <option value="on">may report</option>
          <option value="off">may not report</option>
        </SelectField>
        {draft.rum === 'on' && (
          <TextField
            label="Origins of their pages"
            placeholder="https://shop.example, https://*.test"
            hint="Separated by commas; left out, every one."
            value={draft.origins}
            onChange={(event) => onDraft({ origins: event.target.value })}
          />
        )}
        <SelectField
          label="Certificates of clients"
          value={draft.clients}
          hint="Signed by Sealwire’s authority."
          onChange={(event) =>
            onDraft({
              clients:
                event.target.value === 'optional' || event.target.value === 'required' ? event.target.value : 'none',
            })
          }
        >
          <option value="none">are not asked for</option>
          <option value="optional">are checked where shown</option>
          <option value="required">are required</option>
        </SelectField>
        <SelectField
          label="Versions of TLS"
          value={draft.tls}
          hint="The server’s own default is 1.2 and 1.3."
          onChange={(event) => onDraft({ tls: event.target.value === '1.3' ? '1.3' : 'usual' })}
        >
          <option value="usual">1.2 and 1.3</option>
          <option value="1.3">1.3 alone</option>
        </SelectField>
      </div>
    </details>
  );
}
