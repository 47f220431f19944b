import { type ReactElement, useId } from 'react';
import type { Vault, VaultKind } from '../../main/contract/index.ts';
import { TextField } from './field.tsx';
import styles from './vault-choice.module.css';

interface VaultChoiceProps {
  readonly vault: Vault;
  readonly chosen: VaultKind | null;
  readonly onChoose: (use: VaultKind) => void;
  /** Why the passphrase typed cannot be used, or null. */
  readonly fault: string | null;
}

/**
 * Where secrets are to live. The passphrase fields are named `passphrase` and `again` and belong to the form around; they are left
 * to the browser, because React would write what is typed into the page's attributes.
 */
export function VaultChoice({ vault, chosen, onChoose, fault }: VaultChoiceProps): ReactElement {
  const name = useId();
  const isSaidBelow = vault.choices.some(({ reason }) => reason === vault.reason);
  return (
    <div className={styles.choice}>
      {vault.reason !== null && !isSaidBelow && <p className={styles.reason}>{vault.reason}</p>}
      <fieldset className={styles.options}>
        <legend className={styles.legend}>Keep secrets in</legend>
        {vault.choices.map(({ use, label, available, reason }) => (
          <label key={use} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={use}
              checked={use === chosen}
              disabled={!available}
              onChange={() => onChoose(use)}
            />
            <span>
              <span className={styles.label}>{label}</span>
              <span className={styles.reason}>{reason}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {chosen === 'passphrase' && (
        <div className={styles.passphrase}>
          <TextField label="Passphrase" name="passphrase" type="password" autoComplete="new-password" fault={fault} />
          <TextField label="The same again" name="again" type="password" autoComplete="new-password" />
        </div>
      )}
    </div>
  );
}
