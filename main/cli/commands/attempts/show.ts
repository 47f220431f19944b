import type { AttemptDetail } from '../../../contract/shapes.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { diagnosisLines, logLine } from '../../ladder-lines.ts';
import { duration, moment } from '../../moments.ts';
import type { Paint } from '../../paint.ts';
import { facts, table } from '../../table.ts';

export const meta: CommandMeta = {
  summary: 'Show one attempt: every phase of it, and the cause and the cure where it failed',
  words: ['ID'],
};

/** The timeline in full, and the diagnosis with the lines that mend it. */
export async function run({ given, output, connect }: CommandContext): Promise<undefined> {
  const [id = ''] = given.words;
  const attempt = await (await connect()).call('attempt.show', { id });
  output.answer(attempt, (shown) => attemptLines(shown, output.paint));
}

function attemptLines(attempt: AttemptDetail, paint: Paint): string[] {
  const { tls, agent, process, diagnosis } = attempt;
  return [
    ...facts([
      ['Attempt', attempt.id],
      ['At', `${moment(attempt.at)}, ${duration(attempt.durationMs)}`],
      ['Service', attempt.service ?? 'unidentified'],
      ['Agent', agent === null ? null : `${agent.name} ${agent.version}`],
      ['From', attempt.remote],
      ['Process', process === null ? null : `${process.pid} ${process.command}`],
      [
        'TLS',
        tls === null ? null : `${tls.version}, ${tls.cipher}, SNI ${tls.sni ?? 'none'}, ALPN ${tls.alpn ?? 'none'}`,
      ],
      ['Alert', attempt.alert],
      ['Outcome', attempt.outcome === 'ok' ? paint.good('ok') : paint.bad(`failed after ${attempt.step ?? 'nothing'}`)],
    ]),
    '',
    ...table(
      ['AFTER', 'PHASE', 'STATE', 'WHAT'],
      attempt.timeline.map(({ offsetMs, phase, state, title, detail }) => [
        duration(offsetMs),
        phase,
        state,
        detail === '' ? title : `${title}: ${detail}`,
      ]),
    ),
    ...(diagnosis === null ? [] : [...diagnosisLines(diagnosis, paint), logLine(attempt.agentId)]),
  ];
}
