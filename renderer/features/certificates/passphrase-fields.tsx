import type { ReactElement } from 'react';
import { desktop } from '../../bridge/desktop.ts';
import { TextField } from '../../ui/field.tsx';
import styles from './issue.module.css';

interface PassphraseFieldsProps {
  readonly kind: 'optional' | 'required' | 'public';
  readonly fault: string | null;
}

/** The passphrase of an export, `passphrase` and `again` of the form around. The fields are left to the browser, because React would write what is typed into the page's attributes. */
export function PassphraseFields({ kind, fault }: PassphraseFieldsProps): ReactElement {
  if (kind === 'public') {
    return (
      <TextField
        label="Password of the store"
        name="passphrase"
        placeholder="changeit"
        hint="Nothing in it is secret. Java programs try changeit unless they are told another."
        fault={fault}
      />
    );
  }
  return (
    <div className={styles.stack}>
      <div className={styles.pair}>
        <TextField
          label={kind === 'required' ? 'Passphrase' : 'Passphrase, if you want one'}
          name="passphrase"
          type="password"
          autoComplete="new-password"
          fault={fault}
        />
        <TextField label="The same again" name="again" type="password" autoComplete="new-password" />
      </div>
      <p className={styles.quiet}>{HINTS[kind]()}</p>
    </div>
  );
}

const HINTS = {
  required: (): string => 'It protects the private key in the file. Whoever imports it is asked for it.',
  optional: (): string =>
    desktop() === null
      ? 'Without one the private key is written as it is, and the file lands in your downloads as every other: move it to where only its program can read it.'
      : 'Without one the private key is written as it is, in a file that you alone can read.',
} as const;
