import { resolve } from 'node:path';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { secretOfStdin } from '../../secret-input.ts';
import { withVaultOpen } from '../../vault-passphrase.ts';

export const meta: CommandMeta = {
  summary: 'Stand in for a real APM Server: by its settings, keystore, certificate, URL and token',
  words: ['[FILE…]'],
  options: {
    url: { kind: 'value', value: 'URL', help: 'Where the server itself is reached' },
    'token-stdin': { kind: 'flag', help: 'Take its token from standard input' },
    'token-key': { kind: 'value', value: 'KEY', help: 'Which entry of the keystore is the token' },
    forget: { kind: 'flag', help: 'Stand in for none any more; its token stays' },
  },
  examples: [
    ['sealwire server import /etc/apm-server/apm-server.yml', 'from the next `sealwire up` on'],
    ['sealwire server import server.crt server.key', 'its certificate alone'],
    ['sealwire server import --url https://apm.example.com:8200 --token-stdin < token', 'its URL and token'],
  ],
};

/** The files stay where they are; the token becomes the active one, and the one of before keeps working until it is retired. */
export async function run(context: CommandContext): Promise<undefined> {
  const { given, output } = context;
  const files = given.words.map((word) => resolve(word));
  const client = await context.connect();
  if (given.flag('forget') === true) {
    if (given.flag('dry-run') !== true) await client.call('server.forget', {});
    output.answer({ forgotten: given.flag('dry-run') !== true }, () => ['It stands in for no server any more.']);
    return;
  }
  const url = given.value('url');
  const tokenKey = given.value('token-key');
  const dryRun = given.flag('dry-run') === true;
  const token =
    given.flag('token-stdin') === true
      ? (await secretOfStdin(context.ask, `Secret token of ${url ?? 'the server'}`)).reveal()
      : undefined;
  const wish = {
    files,
    dryRun,
    ...(url === undefined ? {} : { url }),
    ...(tokenKey === undefined ? {} : { tokenKey }),
    ...(token === undefined ? {} : { token }),
  };
  const imported = await withVaultOpen(context, client, () => client.call('server.import', wish));
  output.answer(dryRun ? { ...imported, dryRun } : imported, () => [
    ...(dryRun ? ['Nothing was kept. This is what it would mean:'] : []),
    ...(imported.config === null
      ? []
      : [output.typed(`\`sealwire up\` goes by ${imported.config} from its next start on.`)]),
    ...(imported.token === 'adopted'
      ? ['Its token is the active one now; the one of before keeps working until it is retired.']
      : imported.token === 'same'
        ? ['Its token is the active one already.']
        : []),
    ...(imported.url === null
      ? []
      : [output.typed(`Lines for the server itself: \`sealwire agent show AGENT --server ${imported.url}\``)]),
    ...imported.notes.map((note) => output.typed(note)),
  ]);
}
