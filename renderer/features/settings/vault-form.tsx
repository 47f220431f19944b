import { type FormEvent, type ReactElement, useState } from 'react';
import type { Vault, VaultKind } from '../../../main/contract/index.ts';
import { useAct } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/problem.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import { VaultChoice } from '../../ui/vault-choice.tsx';
import styles from './settings.module.css';

interface VaultFormProps {
  readonly vault: Vault;
  readonly isInitialised: boolean;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** Where secrets live now, and moving them elsewhere. */
export function VaultForm({ vault, isInitialised, isOpen, onToggle }: VaultFormProps): ReactElement {
  const use = useAct('vault.use');
  const [chosen, setChosen] = useState<VaultKind | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (chosen === null) return;
    const values = new FormData(event.currentTarget);
    const passphrase = String(values.get('passphrase') ?? '');
    const isWrong = chosen === 'passphrase' && (passphrase === '' || passphrase !== values.get('again'));
    setFault(isWrong ? 'Type the same passphrase twice.' : null);
    if (isWrong) return;
    use.mutate(
      { use: chosen, ...(chosen === 'passphrase' ? { passphrase } : {}) },
      {
        onSuccess: ({ label }) => {
          announceVisibly(`Secrets now live in ${label}.`);
          onToggle(false);
        },
      },
    );
  }

  if (!isOpen) {
    return (
      <div className={styles.between}>
        <p className={styles.warning}>
          <StateIcon tone={vault.state !== 'ready' ? 'waiting' : vault.persistent ? 'ok' : 'attention'} size={16} />
          <span>
            {vault.label}
            {vault.reason !== null && <span className={styles.quiet}>{vault.reason}</span>}
          </span>
        </p>
        {isInitialised && <Button onClick={() => onToggle(true)}>Move secrets</Button>}
      </div>
    );
  }
  return (
    <form className={styles.stack} onSubmit={submit}>
      <VaultChoice vault={vault} chosen={chosen} onChoose={setChosen} fault={fault} />
      {use.error !== null && <Problem problem={use.error} />}
      <div className={styles.actions}>
        <Button type="submit" isBusy={use.isPending} disabled={chosen === null}>
          {use.isPending ? 'Moving…' : 'Move secrets there'}
        </Button>
        <Button kind="quiet" onClick={() => onToggle(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
