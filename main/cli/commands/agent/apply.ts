import { resolve } from 'node:path';
import { fail } from '../../../contract/errors.ts';
import type { AppliedWiring } from '../../../contract/index.ts';
import { confirmed } from '../../ask.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import type { Paint } from '../../paint.ts';
import { snippetLines } from '../../snippet-lines.ts';
import { withVaultOpen } from '../../vault-passphrase.ts';

export const meta: CommandMeta = {
  summary: 'Write the wiring of an agent into a file of a project, after showing the change',
  words: ['AGENT'],
  options: {
    to: {
      kind: 'value',
      value: 'FILE',
      help: 'The file: .env, Dockerfile, compose.yaml, or the agent’s own settings file',
    },
    framework: { kind: 'value', value: 'NAME', help: 'Framework of the application' },
    'agent-version': { kind: 'value', value: 'V', help: 'Version of the agent that is installed' },
    service: { kind: 'value', value: 'NAME', help: 'Name of the service' },
    environment: { kind: 'value', value: 'NAME', help: 'Environment of the service, such as production' },
    entry: { kind: 'value', value: 'NAME', help: 'Which service of a Compose file it is, where it has several' },
    ignore: { kind: 'flag', help: 'Let git ignore the file first, where it would hold the token' },
  },
  examples: [
    ['sealwire agent apply nodejs --to .env', 'show what would be added, ask, and add it'],
    ['sealwire agent apply python --to compose.yaml --dry-run', 'the change alone'],
  ],
};

/** Shows the difference, asks, and makes it; exits 1 where the person declines. The ledger undoes it. */
export async function run(context: CommandContext): Promise<number | undefined> {
  const { given, output } = context;
  const [agent = ''] = given.words;
  const to = given.value('to');
  if (to === undefined) throw fail('USAGE', { what: 'It is not said which file.', fix: 'Add --to FILE.' });
  const client = await context.connect();
  const wish = {
    agent,
    to: resolve(to),
    framework: given.value('framework'),
    agentVersion: given.value('agent-version'),
    service: given.value('service'),
    environment: given.value('environment'),
    entry: given.value('entry'),
    ignore: given.flag('ignore') === true,
  };
  const shown = await withVaultOpen(context, client, () => client.call('agent.apply', wish));
  if (shown.diff === '') {
    output.answer(shown, ({ path }) => [`${path} says all of it already. Nothing was changed.`]);
    return undefined;
  }
  if (given.flag('dry-run') === true) {
    output.answer({ ...shown, dryRun: true }, ({ diff }) => [...diff.trimEnd().split('\n'), 'Nothing was changed.']);
    return undefined;
  }
  for (const line of shown.diff.trimEnd().split('\n')) output.note(line);
  if (!(await confirmed(context, `Write this into ${shown.path}?`))) {
    output.note('Nothing was changed.');
    return 1;
  }
  const done = await client.call('agent.apply', { ...wish, agreed: true, seen: shown.seen });
  output.answer(done, (applied) => appliedLines(applied, output.paint).map((line) => output.typed(line)));
  return undefined;
}

function appliedLines({ path, entry, remaining, notes }: AppliedWiring, paint: Paint): string[] {
  return [
    `${path} is wired. \`sealwire ledger undo ${entry}\` takes it back.`,
    ...(remaining.length === 0 ? [] : ['', 'Still to be done:', '']),
    ...snippetLines({ blocks: remaining, notes }, paint),
  ];
}
