import type { Client } from '../contract/client.ts';
import { SealwireError } from '../contract/errors.ts';
import type { ProcedureInput, ProcedureOutput } from '../contract/procedures.ts';
import type { Vault } from '../contract/shapes.ts';
import { newPassphrase } from './ask.ts';
import type { CommandContext } from './command.ts';

type Wish = ProcedureInput<'init.run'>;
type Made = ProcedureOutput<'init.run'>;

/**
 * The one click, from a terminal. Where the vault is still to be chosen, a person is asked for a passphrase for a vault file; where nobody can be
 * asked, and where a vault was chosen that cannot be reached, the core's own choice or error holds.
 */
export async function initialise(
  { ask, output }: Pick<CommandContext, 'ask' | 'output'>,
  client: Client,
  wish: Wish,
): Promise<Made> {
  const { vault } = await client.call('init.plan', {});
  if (vault.state !== 'unchosen' || ask === null) return client.call('init.run', wish);
  output.note(vault.reason ?? 'There is no keychain to use here.');
  output.note('Secrets can be kept in an encrypted file that a passphrase opens.');
  const passphrase = await newPassphrase(ask);
  return client.call('init.run', { ...wish, vault: 'passphrase', passphrase: passphrase.reveal() });
}

/** `VAULT_UNAVAILABLE` with why the keychain does not serve, and every way to have a place that lasts. */
export function vaultMissing({ choices }: Vault): Error {
  const keychain = choices.find(({ use }) => use === 'keychain');
  const isRefused = keychain !== undefined && !keychain.available;
  return new SealwireError({
    code: 'VAULT_UNAVAILABLE',
    message: isRefused ? keychain.reason : 'Secrets are kept for this session only here, so nothing would last.',
    fix: [
      'Choose one: unlock or install a keychain (GNOME Keyring or KWallet on Linux);',
      'name a file that holds a passphrase in SEALWIRE_PASSPHRASE_FILE;',
      'or run `sealwire up` to work with secrets that last for that session only.',
    ].join(' '),
  });
}

/** Ids of every authority, certificate and token that is there already. */
export async function knownIds(client: Client): Promise<ReadonlySet<string>> {
  const [{ authorities }, { certificates }, { tokens }] = await Promise.all([
    client.call('authority.list', {}),
    client.call('certificate.list', {}),
    client.call('token.list', {}),
  ]);
  return new Set([...authorities, ...certificates, ...tokens].map(({ id }) => id));
}

/** What was made, in one sentence each; `known` was there before. */
export function madeLines({ authority, certificate, token, vault }: Made, known: ReadonlySet<string>): string[] {
  const constrained = authority.nameConstrained ? ', constrained to your names' : '';
  return [
    ...(known.has(authority.id) ? [] : [`Made the authority "${authority.commonName}"${constrained}.`]),
    ...(known.has(certificate.id) ? [] : [`Made a certificate for ${certificate.names.join(', ')}.`]),
    ...(known.has(token.id) ? [] : [`Made the secret token ${token.id}.`]),
    vault.persistent
      ? `Secrets are kept in: ${vault.label}.`
      : 'Secrets are kept for this session only: they end when Sealwire stops.',
  ];
}
