import { basename } from 'node:path';
import { asSealwireError } from '../../../contract/errors.ts';
import { authorityLines } from '../../authority-lines.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { readGivenFile } from '../../read-given-file.ts';

export const meta: CommandMeta = {
  summary: 'Take in an authority of your organisation: certificate, key and chain, which signs from now on',
  words: ['FILE…'],
  options: {
    'passphrase-file': { kind: 'value', value: 'FILE', help: 'File that holds the passphrase of the key or the store' },
  },
  examples: [
    ['sealwire authority import ca.pem ca.key', 'from PEM files'],
    ['sealwire authority import intermediate.p12', 'from PKCS#12, with its chain'],
  ],
};

/** Asks for the passphrase where the files turn out to need one. The files stay as they are; the key is sealed like one of Sealwire's own. */
export async function run({ given, output, host, ask, connect }: CommandContext): Promise<undefined> {
  const files = given.words.map((path) => ({
    name: basename(path),
    base64: readGivenFile(host, path).toString('base64'),
  }));
  const path = given.value('passphrase-file');
  const typed =
    path === undefined
      ? undefined
      : readGivenFile(host, path)
          .toString('utf8')
          .replace(/\r?\n$/, '');
  const client = await connect();
  if (given.flag('dry-run') === true) {
    output.answer({ files: files.map(({ name }) => name) }, () => ['Would take in the authority of these files.']);
    return;
  }
  const take = (passphrase: string | undefined): ReturnType<typeof client.call<'authority.import'>> =>
    client.call('authority.import', { files, ...(passphrase === undefined ? {} : { passphrase }) });
  const taken = await take(typed).catch(async (error: unknown) => {
    if (asSealwireError(error).code !== 'KEYSTORE_LOCKED' || ask === null || typed !== undefined) throw error;
    return take((await ask.passphrase('Passphrase of the file')).reveal());
  });
  output.answer(taken, (answer) => authorityLines('Took in', answer, output));
}
