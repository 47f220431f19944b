import type { Snippet } from '../../../contract/agent-shapes.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { snippetLines } from '../../snippet-lines.ts';
import { withVaultOpen } from '../../vault-passphrase.ts';

export const meta: CommandMeta = {
  summary: 'Print the exact lines that connect an agent',
  words: ['AGENT'],
  options: {
    as: {
      kind: 'value',
      value: 'FORM',
      help: 'How it is configured: env, file, code, docker, compose, kubernetes, systemd, …',
    },
    shell: { kind: 'value', value: 'SHELL', help: 'Shell to write commands for: bash, fish, pwsh, cmd' },
    framework: { kind: 'value', value: 'NAME', help: 'Framework of the application' },
    'agent-version': { kind: 'value', value: 'V', help: 'Version of the agent that is installed' },
    service: { kind: 'value', value: 'NAME', help: 'Name of the service' },
    environment: { kind: 'value', value: 'NAME', help: 'Environment of the service, such as production' },
    server: { kind: 'value', value: 'URL', help: 'Server to wire to, instead of the local endpoint' },
    reveal: { kind: 'flag', help: 'Write the secret token into the lines' },
  },
  examples: [
    ['sealwire agent show python --as env', 'the environment variables for a Python application'],
    ['sealwire agent show nodejs --as compose --json', 'a Compose file, as JSON'],
  ],
};

/** The secret token stands as a command that fetches it, unless `--reveal` asks for it. */
export async function run(context: CommandContext): Promise<undefined> {
  const { given, output } = context;
  const client = await context.connect();
  const [agent = ''] = given.words;
  const wish = {
    agent,
    as: given.value('as'),
    shell: given.value('shell'),
    framework: given.value('framework'),
    agentVersion: given.value('agent-version'),
    service: given.value('service'),
    environment: given.value('environment'),
    server: given.value('server'),
    reveal: given.flag('reveal') === true,
  };
  const snippet = await withVaultOpen(context, client, () => client.call('agent.show', wish));
  output.answer(snippet, (shown) => [
    ...snippetLines(shown, output.paint),
    output.paint.dim(`# ${provenWords(shown.proven)}`),
  ]);
}

/** What was seen of these lines, in words. */
function provenWords({ by, versions }: Snippet['proven']): string {
  if (by === 'run') return `Proven by a run: a real agent ${versions.join(' and ')} reported, configured this way.`;
  return `${by === 'source' ? 'By the source of the agent' : 'Not proven'}: none was run that is configured this way.`;
}
