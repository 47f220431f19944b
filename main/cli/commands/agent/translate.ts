import { basename } from 'node:path';
import { fail } from '../../../contract/errors.ts';
import { loadCatalogue } from '../../../core/agents/catalogue.ts';
import { translate } from '../../../core/agents/translate/translate.ts';
import { isVersion } from '../../../core/agents/version.ts';
import { isUsualHome } from '../../../core/host/folders.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { readGivenFile } from '../../read-given-file.ts';
import { snippetLines } from '../../snippet-lines.ts';

export const meta: CommandMeta = {
  summary: 'Write the settings of a file for another agent, or in another form',
  words: ['FILE'],
  options: {
    to: { kind: 'value', value: 'AGENT', help: 'The agent to write for' },
    as: {
      kind: 'value',
      value: 'FORM',
      help: 'How it is configured: env, file, code, docker, compose, kubernetes, systemd, …',
    },
    shell: { kind: 'value', value: 'SHELL', help: 'Shell to write commands for: bash, fish, pwsh, cmd' },
    framework: { kind: 'value', value: 'NAME', help: 'Framework of the application' },
    'agent-version': { kind: 'value', value: 'V', help: 'Version of the agent that is installed' },
  },
  examples: [
    ['sealwire agent translate .env --to python --as compose', 'the same wiring for Python in a Compose file'],
    ['sealwire agent translate compose.yaml --to java --as kubernetes --json', 'for Java in Kubernetes, as JSON'],
  ],
};

/** Reads one file and changes none; what has no counterpart is said in notes. A token is not carried over. */
export async function run({ given, output, host, program, folders }: CommandContext): Promise<undefined> {
  const [file = ''] = given.words;
  const to = given.value('to');
  if (to === undefined)
    throw fail('USAGE', { what: '"sealwire agent translate" needs --to.', fix: 'Name an agent: --to python' });
  const version = given.value('agent-version');
  if (version !== undefined && !isVersion(version)) {
    throw fail('USAGE', { what: `"${version}" is no version.`, fix: 'Write it in numbers, such as 4.18.0.' });
  }
  const snippet = translate({
    text: readGivenFile(host, file).toString('utf8'),
    name: basename(file),
    catalogue: await loadCatalogue(),
    to,
    as: given.value('as'),
    shell: given.value('shell'),
    framework: given.value('framework'),
    agentVersion: version,
    sealwire: program.command,
    home: isUsualHome(host, folders.home) ? null : folders.home,
  });
  output.answer(snippet, (shown) => snippetLines(shown, output.paint));
}
