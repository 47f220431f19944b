import { resolve } from 'node:path';
import { fail } from '../../../../contract/errors.ts';
import { Secret } from '../../../../contract/secret.ts';
import type { CommandContext, CommandMeta } from '../../../command.ts';
import { pipedSecret } from '../../../piped-secret.ts';
import { withVaultOpen } from '../../../vault-passphrase.ts';

export const meta: CommandMeta = {
  summary: 'Add a secret to a keystore; apm-server.yml refers to it by its key',
  words: ['FILE', 'KEY'],
  options: {
    stdin: { kind: 'flag', help: 'Take the value from standard input' },
    'from-token': { kind: 'flag', help: 'Take the active secret token of the workspace' },
    force: { kind: 'flag', help: 'Replace the value of a key that is there' },
  },
  examples: [
    ['sealwire server keystore add data/apm-server.keystore SECRET_TOKEN --from-token', 'the token of Sealwire'],
    ['sealwire server keystore add data/apm-server.keystore ES_PASSWORD', 'asks for it, without showing it'],
  ],
};

/** The value is never an argument, which others on the machine could read. Exits 1 where the person declines to replace one. */
export async function run(context: CommandContext): Promise<number | undefined> {
  const { given, host, output, ask } = context;
  const { addToKeystore, checkName, isInKeystore } = await import('../../../../core/server/keystore-changes.ts');
  const [file = '', key = ''] = given.words;
  const path = resolve(file);
  checkName(key);
  const isThere = isInKeystore(host, path, key);
  if (given.flag('dry-run') === true) {
    output.answer({ path, key, replaces: isThere, dryRun: true }, () => [
      `Would ${isThere ? 'replace' : 'add'} ${key}. Nothing was changed.`,
    ]);
    return undefined;
  }
  if (isThere && given.flag('force') !== true) {
    if (ask === null || given.flag('stdin') === true)
      throw fail('USAGE', { what: `${path} has a value for ${key}. Nothing was changed.`, fix: 'Add --force.' });
    if (!(await ask.confirm(`Replace the value of ${key}?`))) return 1;
  }
  const content = addToKeystore(host, path, key, await valueFor(context, key));
  for (const note of content.notes) output.note(note);
  output.answer(content, () => [`${isThere ? 'Replaced' : 'Added'} ${key}. Refer to it as: "\${${key}}"`]);
  return undefined;
}

async function valueFor(context: CommandContext, key: string): Promise<Secret> {
  const { given, ask } = context;
  if (given.flag('from-token') === true && given.flag('stdin') === true)
    throw fail('USAGE', {
      what: 'A value comes from the token or from standard input, not from both.',
      fix: 'Leave out one of --from-token and --stdin.',
    });
  if (given.flag('from-token') === true) {
    const client = await context.connect();
    const { token } = await withVaultOpen(context, client, () => client.call('token.show', {}));
    return new Secret(token);
  }
  if (given.flag('stdin') === true) return pipedSecret(context);
  if (ask !== null) return ask.passphrase(`Value of ${key}`);
  throw fail('USAGE', {
    what: 'There is no terminal to ask on for the value.',
    fix: 'Pipe it in with --stdin, or take the token of the workspace with --from-token.',
  });
}
