import type { ExplainAnswer } from '../../../contract/index.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import type { Output } from '../../output.ts';
import { readGivenFile } from '../../read-given-file.ts';
import { plain } from '../../table.ts';

/** So much of the end of a log is read: what goes on failing is there. */
const MOST_CHARACTERS = 262_144;

export const meta: CommandMeta = {
  summary: 'Say what the log of an agent means, and what mends it',
  words: ['FILE'],
  options: {
    agent: { kind: 'value', value: 'AGENT', help: 'The agent that wrote it, where its words do not tell' },
  },
  examples: [
    [
      'sealwire agent explain app.log',
      'what the agent says in it of its connection; exit code 1 where it says something',
    ],
    ['sealwire agent explain app.log --agent otel-go --json', 'as JSON, in the words of that agent'],
  ],
};

/** Reads one file and keeps nothing of it. */
export async function run({ given, output, host, connect }: CommandContext): Promise<number> {
  const [file = ''] = given.words;
  const whole = readGivenFile(host, file).toString('utf8');
  const text = whole.slice(-MOST_CHARACTERS);
  const before = whole.slice(0, whole.length - text.length).split('\n').length - 1;
  const client = await connect();
  const answer = await client.call('agent.explain', { text, agent: given.value('agent') });
  const said = answer.said.map((each) => ({ ...each, lines: each.lines.map((line) => line + before) }));
  output.answer({ ...answer, said }, (shown) => linesOf(shown, file, output));
  return said.length === 0 ? 0 : 1;
}

function linesOf({ agent, candidates, said }: ExplainAnswer, file: string, { paint, typed }: Output): string[] {
  if (said.length === 0) return ['No agent says in this log that it could not report.'];
  return [
    ...said.flatMap(({ lines, count, diagnosis }) => [
      `${paint.strong(plain(`${file}:${lines[0]}`))}  ${paint.bad(plain(diagnosis.summary))}${count > 1 ? paint.dim(`  ${count} lines`) : ''}`,
      plain(`  ${diagnosis.cause}`),
      ...diagnosis.fixes.flatMap(({ text, snippet }) => [
        `  ${plain(typed(text))}`,
        ...(snippet ?? '')
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => paint.good(plain(`    ${line}`))),
      ]),
    ]),
    '',
    agent === null
      ? plain(`Several agents write so: ${candidates.join(', ')}. With --agent the cure is in the words of yours.`)
      : plain(`These are the words of ${agent}.`),
  ];
}
