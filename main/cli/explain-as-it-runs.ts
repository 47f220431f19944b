import type { Client } from '../contract/client.ts';
import { diagnosisLines } from './ladder-lines.ts';
import { type LogReader, readLog } from './log-reader.ts';
import type { Output } from './output.ts';
import { paintFor } from './paint.ts';

/** Between the lines of a program nothing is painted, since it may be a file that they go to. */
const PLAIN = paintFor(false, {});

/** Reads along with what a program writes that `run` has started, and says beside it what a line of its agent means, each meaning once. */
export function explainAsItRuns(
  client: Client,
  {
    agent,
    service,
    phrases,
  }: { readonly agent: string; readonly service: string; readonly phrases: readonly string[] },
  output: Output,
): LogReader {
  const told = new Set<string>();
  return readLog(phrases, async (line) => {
    // Sealwire may have been stopped meanwhile, which is no reason to disturb the program that it had wired.
    const answer = await client.call('agent.logged', { agent, service, text: line }).catch(() => null);
    for (const { diagnosis } of answer?.said ?? []) {
      if (told.has(diagnosis.code)) continue;
      told.add(diagnosis.code);
      output.warned({ event: 'logged', agent, service, diagnosis }, () =>
        [
          '',
          `Sealwire read in the log of "${service}" (${agent}):`,
          ...diagnosisLines(diagnosis, PLAIN).slice(1),
          '',
        ].join('\n'),
      );
    }
  });
}
