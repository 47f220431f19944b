import type { ServerFile } from '../../core/server/read-server-file.ts';
import { connectControl } from '../../transport/control-client.ts';
import { leadOrJoin } from '../../transport/lead-or-join.ts';
import type { CommandContext, CommandMeta } from '../command.ts';
import type { RelayOrder } from '../up/read-relay.ts';
import type { Wish } from '../up/wish.ts';

export const meta: CommandMeta = {
  summary: 'Start Sealwire: make what is missing, and let the endpoint listen',
  options: {
    port: { kind: 'value', value: 'N', help: 'Port of the endpoint (else 8200); 0 takes any free one' },
    host: { kind: 'value', value: 'ADDR', many: true, help: 'Listen on this address too, besides loopback' },
    config: { kind: 'value', value: 'FILE', help: 'Go by this apm-server.yml; other options here win over it' },
    auth: { kind: 'value', value: 'KIND', help: 'What clients must show', oneOf: ['token', 'none'] },
    rum: { kind: 'flag', help: 'Let browsers (the RUM agent) report, from any origin and without a token' },
    durable: { kind: 'flag', help: 'Force every batch of events to the disk before it is answered' },
    relay: {
      kind: 'value',
      value: 'URL',
      help: 'Pass everything on to this APM Server, over TLS, from a queue on the disk',
    },
    'relay-ca': { kind: 'value', value: 'FILE', help: 'Trust these authorities there, and no others' },
    'relay-token-stdin': { kind: 'flag', help: 'Its secret token comes by standard input' },
    'relay-token-file': { kind: 'value', value: 'FILE', help: 'Its secret token stands in this file' },
    'relay-api-key-stdin': { kind: 'flag', help: 'An API key for it comes by standard input' },
    'relay-api-key-file': { kind: 'value', value: 'FILE', help: 'An API key for it stands in this file' },
    'relay-limit': { kind: 'value', value: 'MB', help: 'Let so much wait on the disk at the most (else 1024)' },
    ui: { kind: 'flag', negatable: true, help: 'Serve the interface (the default, except with --json)' },
    'ui-port': { kind: 'value', value: 'N', help: 'Port of the interface; else any free one' },
    open: { kind: 'flag', negatable: true, help: 'Open the interface in the browser (the default at a terminal)' },
    background: { kind: 'flag', help: 'Return once it is ready, and leave it running' },
  },
  examples: [
    ['sealwire up', 'with the interface; the click there makes everything'],
    ['sealwire up --no-ui', 'makes everything by itself'],
    ['sealwire up --config apm-server.yml', 'with the settings of a real server'],
    [
      'sealwire up --relay https://apm.example.com:8200 --relay-token-file token.txt',
      'and passes everything on to that server',
    ],
    ['sealwire up --json --background', 'in a script: one line, then it runs on'],
  ],
};

/** The long-lived part is loaded only here, so that no other command pays for it. */
export async function run(context: CommandContext): Promise<undefined> {
  const { given, folders, host, output } = context;
  const { startSmall } = await import('../up/start-small.ts');
  startSmall();
  const [{ readWish }, { joinRunning }] = await Promise.all([import('../up/wish.ts'), import('../up/join-running.ts')]);
  const wish = readWish(given, context.ask !== null);
  const serverFile = await readConfig(context, wish.configPath);
  const relay = wish.relay.length === 0 ? null : await readRelay(context);
  if (given.flag('dry-run') === true) return dryRun(context, wish);

  if (given.flag('background') === true) {
    const running = await connectControl(folders, host);
    await running?.close();
    if (running === null) {
      const { runBackground } = await import('../up/run-background.ts');
      const said = await runBackground(context, wish, relay);
      const { sayExposed, sayReady, sayWaiting } = await import('../up/say-ready.ts');
      const uiPort = said.ui === null ? null : Number(new URL(said.ui).port);
      if (said.event === 'ready') {
        sayReady(context, said, uiPort);
        if (!output.isJson) sayExposed(context, await (await context.connectRunning()).call('status', {}));
      } else sayWaiting(context, said, uiPort);
      output.note('It runs in the background. Stop it with: sealwire stop');
      if (wish.opens && uiPort !== null) await openAgain(context, uiPort);
      return;
    }
  }

  const part = await leadOrJoin(folders, host);
  if (part.leads) {
    const { runForeground } = await import('../up/run-foreground.ts');
    await runForeground(context, part.lock, wish, { serverFile, relay });
  } else {
    const late =
      serverFile !== null ? 'a file counts' : relay !== null ? '--relay counts' : wish.takesRum ? '--rum counts' : null;
    if (late !== null)
      output.note(
        `Sealwire runs already, and ${late} from its start only: \`sealwire stop\`, then the same line again.`,
      );
    try {
      await joinRunning(context, part.client, wish);
    } finally {
      await part.client.close();
    }
  }
}

/** Checked, the file and standard input read, before anything is started. */
async function readRelay(context: CommandContext): Promise<RelayOrder> {
  const { readRelayOrder } = await import('../up/read-relay.ts');
  return readRelayOrder(context);
}

/** A mistake in the file is said before anything is started, and so is what the file holds that is not followed. Without `--config` it is that of the server that was imported. */
async function readConfig(
  { host, folders, output, given }: CommandContext,
  path: string | null,
): Promise<ServerFile | null> {
  const [{ readServerFile }, { importedServer }] = await Promise.all([
    import('../../core/server/read-server-file.ts'),
    import('../../core/server/imported-server.ts'),
  ]);
  const workspace = given.value('workspace') ?? 'default';
  const file = path === null ? importedServer(host, folders, workspace) : readServerFile(host, path);
  if (file === null) return null;
  if (path === null)
    output.note('It stands in for the server that was imported. `sealwire server import --forget` ends that.');
  for (const line of [file.summary, ...file.notes]) output.note(line);
  return file;
}

async function openAgain(context: CommandContext, uiPort: number): Promise<void> {
  const { showLink } = await import('../show-link.ts');
  const client = await context.connectRunning();
  await showLink(context, uiPort, async () => (await client.call('app.open', {})).ui);
}

async function dryRun({ connect, output }: CommandContext, { port, hosts = [] }: Wish): Promise<undefined> {
  const plan = await (await connect()).call('init.plan', { port });
  output.answer(plan, ({ initialised, url, authority, names, portProblem }) => [
    ...(initialised
      ? []
      : [
          `Would make the authority "${authority.commonName}", a certificate for ${names.map(({ name }) => name).join(', ')}, and a token.`,
        ]),
    `Would listen on ${port === 0 ? 'any free port of localhost' : url}${hosts.map((host) => `, and on ${host}`).join('')}.`,
    ...(portProblem === null ? [] : [portProblem.message, portProblem.fix]),
  ]);
}
