import type { Attempt } from '../../../contract/shapes.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { wholeNumber } from '../../given.ts';
import { moment } from '../../moments.ts';
import type { Paint } from '../../paint.ts';
import { table } from '../../table.ts';

export const meta: CommandMeta = {
  summary: 'List the attempts to connect, newest first, also those that failed before HTTP',
  options: {
    service: { kind: 'value', value: 'NAME', help: 'Only this service' },
    outcome: { kind: 'value', value: 'OUTCOME', help: 'Only these', oneOf: ['ok', 'failed'] },
    text: { kind: 'value', value: 'TEXT', help: 'Only attempts that mention this' },
    limit: { kind: 'value', value: 'N', help: 'At most this many (1 to 1000, else 200)' },
  },
  examples: [['sealwire attempts list --outcome failed', 'what went wrong, and why']],
};

/** The outcome stands as a word, the cause as one sentence. */
export async function run({ given, output, connect }: CommandContext): Promise<undefined> {
  const outcome = given.value('outcome');
  const answer = await (await connect()).call('attempt.list', {
    service: given.value('service'),
    outcome: outcome === 'ok' || outcome === 'failed' ? outcome : undefined,
    text: given.value('text'),
    limit: wholeNumber(given, 'limit', [1, 1000], 100),
  });
  output.answer(answer, ({ attempts }) =>
    attempts.length === 0
      ? ['No attempt yet. Send a test transaction with: sealwire probe']
      : table(
          ['ID', 'AT', 'SERVICE', 'FROM', 'OUTCOME', 'STEP', 'WHY'],
          attempts.map((attempt) => attemptRow(attempt, output.paint)),
        ),
  );
}

function attemptRow(attempt: Attempt, paint: Paint): string[] {
  const { id, at, service, process, remote, outcome, step, diagnosis, alert } = attempt;
  return [
    id,
    moment(at),
    service ?? 'unidentified',
    process === null ? remote : `pid ${process.pid}`,
    outcome === 'ok' ? paint.good('ok') : paint.bad('failed'),
    step ?? '-',
    diagnosis?.summary ?? alert ?? '-',
  ];
}
