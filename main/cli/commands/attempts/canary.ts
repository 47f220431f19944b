import type { CanaryAnswer } from '../../../contract/canary-shapes.ts';
import { confirmed } from '../../ask.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { wholeSeconds } from '../../given.ts';
import { serviceWord } from '../../service-word.ts';
import { plain } from '../../table.ts';
import { catchSignals } from '../../up/catch-signals.ts';

export const meta: CommandMeta = {
  summary: 'Find out whether an agent verifies the certificate, with one connection of its service',
  words: ['SERVICE[/ENV]'],
  options: {
    timeout: { kind: 'value', value: 'SPAN', help: 'How long to wait for that connection (1s to 2m, else 90s)' },
  },
  examples: [
    ['sealwire attempts canary shop --yes', 'exits 0 where it verifies, 1 where it does not, 3 where nothing came'],
  ],
};

/** Asks, waits for the connection, which Ctrl+C calls off, and prints what it showed as one sentence, with the cure where verification is off. */
export async function run(context: CommandContext): Promise<number | undefined> {
  const { given, output } = context;
  const [word = ''] = given.words;
  const { service, environment } = serviceWord(word);
  const seconds = wholeSeconds(given, 'timeout', [1, 120]);
  const client = await context.connectRunning();
  output.note(
    `The next new connection of ${plain(service ?? word)} gets a certificate that nobody trusts. That one fails, whatever it shows; agents try again, and everything is as before.`,
  );
  if (!(await confirmed(context, 'Let the canary out?'))) {
    output.note('Nothing was done.');
    return 3;
  }
  const signals = catchSignals();
  const answer = await Promise.race([
    client.call('attempt.canary', {
      service: service ?? word,
      ...(word.includes('/') ? { environment } : {}),
      seconds,
      agreed: true,
    }),
    signals.asked.then(() => null),
  ]).finally(() => signals.close());
  if (answer === null) {
    const { recalled } = await client.call('attempt.recall', {});
    output.note(
      recalled ? 'The canary is taken back. No connection met it.' : 'A connection has met the canary already.',
    );
    return INTERRUPTED;
  }
  output.answer(answer, ({ said, fixes }) => [
    plain(said),
    ...fixes.flatMap(({ text, snippet }) => [
      `  ${plain(text)}`,
      ...(snippet === null ? [] : [`    ${plain(snippet)}`]),
    ]),
  ]);
  return EXITS[answer.result];
}

/** As a shell counts a program that Ctrl+C ended. */
const INTERRUPTED = 130;

const EXITS: Readonly<Record<CanaryAnswer['result'], number>> = { verified: 0, off: 1, unclear: 3, nothing: 3 };
