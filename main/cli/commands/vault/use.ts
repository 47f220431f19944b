import type { Client } from '../../../contract/client.ts';
import { fail } from '../../../contract/errors.ts';
import type { VaultKind } from '../../../contract/shapes.ts';
import { nearestWord } from '../../../core/words/nearest-word.ts';
import { confirmed, newPassphrase } from '../../ask.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { vaultLines } from '../../vault-lines.ts';
import { filedPassphrase } from '../../vault-passphrase.ts';

const KINDS = ['keychain', 'passphrase', 'session'] as const satisfies readonly VaultKind[];

export const meta: CommandMeta = {
  summary: 'Keep the secrets in the keychain, in a passphrase file, or for this session only',
  words: [KINDS.join('|')],
  examples: [['SEALWIRE_PASSPHRASE_FILE=/run/secrets/phrase sealwire vault use passphrase', 'without a terminal']],
};

/** A passphrase comes from the file that `SEALWIRE_PASSPHRASE_FILE` names or from the terminal, never from an argument. */
export async function run(context: CommandContext): Promise<number | undefined> {
  const { given, output } = context;
  const use = KINDS.find((kind) => kind === given.words[0]);
  if (use === undefined) {
    const near = nearestWord(given.words[0] ?? '', KINDS);
    const fix = near === null ? `One of: ${KINDS.join(', ')}.` : `Did you mean: sealwire vault use ${near}`;
    throw fail('USAGE', { what: `There is no vault "${given.words[0]}".`, fix });
  }
  const client = await context.connect();
  if (given.flag('dry-run') === true) {
    const vault = await client.call('vault.status', {});
    const choice = vault.choices.find((each) => each.use === use);
    output.answer(
      { from: vault.kind, to: use, available: choice?.available ?? false, reason: choice?.reason ?? '' },
      (plan) => [`Would keep the secrets in: ${choice?.label ?? use} (now: ${vault.label}). ${plan.reason}`],
    );
    return undefined;
  }
  if (!(await mayStartAfresh(context, client, use))) {
    output.note('Nothing was changed.');
    return 1;
  }
  const passphrase = use === 'passphrase' ? await passphraseFor(context) : undefined;
  const vault = await client.call('vault.use', passphrase === undefined ? { use } : { use, passphrase });
  output.answer(vault, (shown) => vaultLines(shown, output.paint));
  return undefined;
}

/** Secrets that cannot be read cannot be moved: whoever goes on all the same begins anew, and is asked first. */
async function mayStartAfresh(context: CommandContext, client: Client, use: VaultKind): Promise<boolean> {
  const { initialised, vault } = await client.call('init.plan', {});
  // The same place again is another try to open it, except for a vault file that is damaged.
  const isAnotherTry =
    use === 'keychain' ? !NOT_KEYCHAINS.has(vault.kind) : use === vault.kind && vault.state === 'locked';
  if (!initialised || vault.state === 'ready' || isAnotherTry) return true;
  const question = `${vault.reason ?? 'The present vault cannot be opened.'} Going on sets it aside and begins anew. Go on?`;
  return confirmed(context, question);
}

const NOT_KEYCHAINS: ReadonlySet<string> = new Set(['passphrase', 'session', 'none']);

async function passphraseFor(context: CommandContext): Promise<string> {
  const filed = await filedPassphrase(context);
  if (filed !== null) return filed.reveal();
  if (context.ask !== null) return (await newPassphrase(context.ask)).reveal();
  throw fail('USAGE', {
    what: 'A passphrase is needed, and there is no terminal to ask on.',
    fix: 'Name a file that holds it: SEALWIRE_PASSPHRASE_FILE=FILE sealwire vault use passphrase',
  });
}
