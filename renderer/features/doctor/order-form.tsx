import { type FormEvent, type ReactElement, useId, useState } from 'react';
import type { ProcedureInput } from '../../../main/contract/index.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import styles from './doctor.module.css';
import { urlFault } from './model.ts';

type Order = Omit<ProcedureInput<'doctor.run'>, 'job'>;
type Secret = 'none' | 'own' | 'token' | 'api-key';

interface OrderFormProps {
  readonly url: string;
  readonly origin: string;
  /** Whether the workspace has a token of its own. */
  readonly hasOwnToken: boolean;
  readonly isRunning: boolean;
  readonly onStart: (order: Order) => void;
  readonly onStop: () => void;
}

/** What is to be examined, and with what. A pasted secret is left to the browser's own field and read once, because React would write it into the page's attributes. */
export function OrderForm({ url, origin, hasOwnToken, isRunning, onStart, onStop }: OrderFormProps): ReactElement {
  const [address, setAddress] = useState(url);
  const [pages, setPages] = useState(origin);
  const [ca, setCa] = useState<File | null>(null);
  const [secret, setSecret] = useState<Secret>('none');
  const [isSending, setIsSending] = useState(false);
  const [missing, setMissing] = useState<string | null>(null);
  const sending = useId();
  const fault = urlFault(address);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isRunning || address.trim() === '' || fault !== null) return;
    const field = event.currentTarget.elements.namedItem('secret');
    const pasted = field instanceof HTMLInputElement ? field.value.trim() : '';
    const isPasted = secret === 'token' || secret === 'api-key';
    setMissing(isPasted && pasted === '' ? 'Paste it here, or choose to go without.' : null);
    if (isPasted && pasted === '') return;
    // Nothing secret stays in the page; for another look it is pasted again.
    if (field instanceof HTMLInputElement) field.value = '';
    const authorities = ca === null ? null : await ca.text();
    onStart({
      url: address.trim(),
      ownToken: secret === 'own',
      send: isSending,
      ...(secret === 'token' ? { token: pasted } : {}),
      ...(secret === 'api-key' ? { apiKey: pasted } : {}),
      ...(authorities === null ? {} : { ca: authorities }),
      ...(pages.trim() === '' ? {} : { origin: pages.trim() }),
    });
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} aria-describedby={sending}>
      <div className={styles.first}>
        <TextField
          label="Address of the server"
          placeholder="https://apm.corp.example:8200"
          inputMode="url"
          value={address}
          fault={fault}
          onChange={(event) => setAddress(event.target.value)}
        />
        {isRunning ? (
          <Button type="button" onClick={onStop}>
            Stop
          </Button>
        ) : (
          <Button type="submit" kind="primary" disabled={address.trim() === '' || fault !== null}>
            Examine
          </Button>
        )}
      </div>
      <div className={styles.fields}>
        <FileField
          label="Its authority, where it is not a public one"
          accept=".pem,.crt,.cer"
          hint={
            ca === null
              ? 'Without a file: the system’s, Mozilla’s and this workspace’s authorities count.'
              : 'No other authority counts then.'
          }
          onFiles={([file]) => setCa(file ?? null)}
        />
        <SelectField
          label="Token"
          value={secret}
          hint="Sent over a verified connection alone, and kept nowhere."
          onChange={(event) => setSecret(secretOf(event.target.value))}
        >
          <option value="none">go without</option>
          {hasOwnToken && <option value="own">this workspace’s secret token</option>}
          <option value="token">a secret token that I paste</option>
          <option value="api-key">an API key that I paste</option>
        </SelectField>
        <TextField
          label="Origin of a page, for browsers"
          placeholder="https://shop.example"
          hint="Whether its pages may report. Left out, that is not looked at."
          value={pages}
          onChange={(event) => setPages(event.target.value)}
        />
        {(secret === 'token' || secret === 'api-key') && (
          <TextField
            key={secret}
            label={secret === 'token' ? 'Secret token' : 'API key (base64 of id:key)'}
            name="secret"
            type="password"
            autoComplete="off"
            hint="Leaves this field as soon as the examination begins."
            fault={missing}
          />
        )}
      </div>
      <div id={sending}>
        <Toggle
          label="Send one test event"
          hint="A transaction named “Sealwire doctor test”, the only thing that the server keeps. Without it nothing is left behind."
          isOn={isSending}
          onChange={setIsSending}
        />
      </div>
    </form>
  );
}

function secretOf(value: string): Secret {
  return value === 'own' || value === 'token' || value === 'api-key' ? value : 'none';
}
