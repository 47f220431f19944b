import { once } from 'node:events';
import type { Push } from '../../contract/pushes.ts';
import type { Attempt } from '../../contract/shapes.ts';
import type { CommandContext, CommandMeta } from '../command.ts';
import { duration, moment } from '../moments.ts';
import type { Output } from '../output.ts';
import { plain } from '../table.ts';
import { catchSignals } from '../up/catch-signals.ts';

export const meta: CommandMeta = {
  summary: 'Follow the attempts and the events as they come, until Ctrl+C',
  examples: [
    ['sealwire tail --json', '{"attempt":…} and {"event":…}, one a line; on stderr {"missed":…} where it is too slow'],
  ],
};

/** Ends with 0 on Ctrl+C, when nobody reads any more, and when the instance stops. */
export async function run({ output, connectRunning }: CommandContext): Promise<undefined> {
  const client = await connectRunning();
  const signals = catchSignals();
  const isNew = newsOnly();
  let stop = (): void => undefined;
  const stopped = new Promise<void>((resolve) => {
    stop = client.listen((push) => {
      if (push.topic === 'stopping') resolve();
      else show(push, output, isNew);
    });
  });
  output.note('Waiting for attempts and events. Press Ctrl+C to stop.');
  await Promise.race([signals.asked, stopped, output.gone.aborted ? undefined : once(output.gone, 'abort')]);
  stop();
  signals.close();
}

function show(push: Push, output: Output, isNew: (attempt: Attempt) => boolean): void {
  if (push.topic === 'attempt' && isNew(push.attempt)) {
    output.answer({ attempt: push.attempt }, ({ attempt }) => attemptLines(attempt, output));
  }
  if (push.topic === 'missed') output.warned({ missed: { attempts: push.attempts, events: push.events } }, missedLine);
  if (push.topic !== 'events') return;
  for (const event of push.events) {
    output.answer({ event }, ({ event: { at, service, kind, name, durationMs } }) => [
      plain(
        `${moment(at)}  ${service ?? 'unidentified'}  ${kind}  ${name ?? ''}${durationMs === null ? '' : `  ${duration(durationMs)}`}`,
      ),
    ]);
  }
}

function missedLine({ missed }: { readonly missed: { readonly attempts: number; readonly events: number } }): string {
  const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
  const both = `${counted(missed.attempts, 'attempt')} and ${counted(missed.events, 'event')}`;
  return `${both} were not shown: this viewer is slower than they come.`;
}

/** One line, and below it the cause and what comes first of its cures, where something is wrong. */
function attemptLines({ at, service, outcome, step, diagnosis, id }: Attempt, { paint, typed }: Output): string[] {
  const verdict = outcome === 'ok' ? paint.good(step ?? 'ok') : paint.bad('failed');
  const head = `${moment(at)}  ${plain(service ?? 'unidentified')}  attempt ${id}  ${verdict}`;
  if (diagnosis === null) return [head];
  const [cure] = diagnosis.fixes;
  return [
    `${head}  ${plain(diagnosis.summary)}`,
    `    ${plain(diagnosis.cause)}`,
    ...(cure === undefined ? [] : [`    ${typed(plain(cure.text))}`]),
    ...(cure?.snippet ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => `      ${plain(line)}`),
  ];
}

/** An attempt is pushed at each of its steps; it is shown when it got further, and the last thousand are remembered. */
function newsOnly(): (attempt: Attempt) => boolean {
  const shown = new Map<string, string>();
  return ({ id, step, outcome, diagnosis }) => {
    const state = `${step} ${outcome} ${diagnosis?.code}`;
    if (shown.get(id) === state) return false;
    shown.delete(id);
    shown.set(id, state);
    const [oldest] = shown.keys();
    if (shown.size > 1000 && oldest !== undefined) shown.delete(oldest);
    return true;
  };
}
