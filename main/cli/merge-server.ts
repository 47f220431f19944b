import { dirname, resolve } from 'node:path';
import type { Client } from '../contract/client.ts';
import { fail } from '../contract/errors.ts';
import type { ProcedureInput } from '../contract/procedures.ts';
import { confirmed } from './ask.ts';
import type { CommandContext } from './command.ts';
import { withVaultOpen } from './vault-passphrase.ts';
import { alreadyThere, assertWritable, refuseToReplace, writeFolder } from './write-folder.ts';

/** What a server with settings of its own does not need from a hand-over. */
const OWN = ['apm-server.yml', 'README.md'];

/**
 * Brings a hand-over into the `apm-server.yml` that `--merge` names: shows the change, asks, writes the other files beside it, and then the settings. A keystore that is there is never replaced: the steps say how the
 * token gets into it. Resolves to 1 where the person declines.
 */
export async function mergeServer(
  context: CommandContext,
  client: Client,
  wish: ProcedureInput<'server.preview'>,
  file: string,
): Promise<number | undefined> {
  const { given, output, host } = context;
  if (given.value('archive') !== undefined)
    throw fail('USAGE', { what: '--merge changes a file that is there.', fix: 'Leave out --archive.' });
  const to = resolve(file);
  const dir = resolve(given.value('out') ?? dirname(to));
  const shown = await withVaultOpen(context, client, () => client.call('server.merge', { ...wish, to }));
  const preview = await client.call('server.preview', wish);
  const names = preview.files.map(({ name }) => name).filter((name) => !OWN.includes(name));
  const keystore = names.find((name) => name.endsWith('.keystore') && alreadyThere(host, dir, [name]).length > 0);
  const written = names.filter((name) => name !== keystore);
  const inTheWay = alreadyThere(host, dir, written);
  const steps =
    keystore === undefined
      ? []
      : [
          `Add the token to the keystore that is there: \`sealwire server keystore add ${dir}/${keystore} SECRET_TOKEN --from-token\`.`,
        ];
  if (keystore !== undefined && wish.encryptKey === true)
    throw fail('USAGE', {
      what: 'The passphrase of the key would have to go into the keystore that is there, which is not replaced.',
      fix: 'Leave out --encrypt-key.',
    });
  for (const note of shown.notes) output.note(note);
  if (given.flag('dry-run') === true) {
    output.answer({ ...shown, dir, files: written, steps, replaces: inTheWay, dryRun: true }, () => [
      ...(shown.diff === '' ? [`${shown.path} says all of it already.`] : shown.diff.trimEnd().split('\n')),
      `Would write into ${dir}: ${written.join(', ')}`,
      'Nothing was changed.',
    ]);
    return undefined;
  }
  if (inTheWay.length > 0 && given.flag('force') !== true) refuseToReplace(inTheWay);
  assertWritable(host, dir);
  for (const line of shown.diff.trimEnd().split('\n')) output.note(line);
  if (!(await confirmed(context, `Write this into ${shown.path}, and ${written.join(', ')} into ${dir}?`))) {
    output.note('Nothing was changed.');
    return 1;
  }
  const made = await client.call('server.export', wish);
  const files = writeFolder(
    host,
    dir,
    made.files
      .filter(({ name }) => written.includes(name))
      .map(({ name, base64, isSecret }) => ({ name, bytes: Buffer.from(base64, 'base64'), isSecret })),
  );
  const done = await client.call('server.merge', { ...wish, to, agreed: true, seen: shown.seen });
  const all = [...steps, ...made.steps.slice(-2)];
  output.answer({ dir, target: made.target, files, steps: all, path: done.path, entry: done.entry }, () => [
    done.entry === null
      ? `${done.path} said all of it already.`
      : output.typed(`${done.path} is changed. \`sealwire ledger undo ${done.entry}\` takes it back.`),
    `Written into ${dir}: ${written.join(', ')}`,
    ...all.map((step, at) => output.typed(`${at + 1}. ${step}`)),
  ]);
  return undefined;
}
