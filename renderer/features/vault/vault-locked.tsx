import { type ReactElement, useEffect, useRef } from 'react';
import type { Vault } from '../../../main/contract/index.ts';
import { useAct } from '../../bridge/procedure.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Prose } from '../../ui/prose.tsx';
import { SealMark } from '../../ui/seal-mark.tsx';
import styles from './vault-locked.module.css';

/** Shown while the place that holds the secrets is locked: nothing can be served or shown before it is open. */
export function VaultLocked({ vault }: { readonly vault: Vault }): ReactElement {
  const unlock = useAct('vault.unlock');
  const field = useRef<HTMLFormElement>(null);
  const isPassphrase = vault.kind === 'passphrase';

  useEffect(() => {
    document.title = 'Locked · Sealwire';
    field.current?.querySelector('input')?.focus();
  }, []);

  return (
    <main className={styles.centre}>
      <form
        ref={field}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          unlock.mutate(
            { passphrase: String(new FormData(form).get('passphrase') ?? '') },
            { onSettled: () => form.reset() },
          );
        }}
      >
        <SealMark size={36} />
        <h1>Your secrets are locked</h1>
        <p className={styles.words}>
          {isPassphrase ? (
            'They are in a file that your passphrase opens. Until then the endpoint does not listen.'
          ) : (
            <Prose text={vault.reason ?? `${vault.label} is locked. Unlock it, then try again.`} />
          )}
        </p>
        {isPassphrase && (
          <TextField label="Passphrase" name="passphrase" type="password" autoComplete="current-password" required />
        )}
        {unlock.error !== null && <Problem problem={unlock.error} />}
        <Button type="submit" kind="primary" isBig isBusy={unlock.isPending}>
          {isPassphrase ? (unlock.isPending ? 'Unlocking…' : 'Unlock') : 'Try again'}
        </Button>
      </form>
    </main>
  );
}
