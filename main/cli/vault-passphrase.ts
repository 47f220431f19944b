import type { Client } from '../contract/client.ts';
import { SealwireError } from '../contract/errors.ts';
import type { Secret } from '../contract/secret.ts';
import type { CommandContext } from './command.ts';

/** The passphrase in the file that `SEALWIRE_PASSPHRASE_FILE` names, or null; it is read here because a running instance has an environment of its own. */
export async function filedPassphrase({ host }: Pick<CommandContext, 'host'>): Promise<Secret | null> {
  if ((host.env.SEALWIRE_PASSPHRASE_FILE ?? '') === '') return null;
  const { passphraseFromEnvironment } = await import('../core/vault/passphrase-vault.ts');
  return passphraseFromEnvironment(host);
}

/** Does `work`; where the vault turns out to be locked, unlocks it with the filed or the typed passphrase and does it again. */
export async function withVaultOpen<T>(
  context: Pick<CommandContext, 'host' | 'ask'>,
  client: Client,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SealwireError) || error.code !== 'VAULT_LOCKED') throw error;
    const vault = await client.call('vault.status', {});
    if (vault.kind !== 'passphrase') throw error;
    const passphrase =
      (await filedPassphrase(context)) ?? (await context.ask?.passphrase('Passphrase of the vault file')) ?? null;
    if (passphrase === null) throw error;
    await client.call('vault.unlock', { passphrase: passphrase.reveal() });
    return work();
  }
}
