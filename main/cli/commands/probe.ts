import type { CommandContext, CommandMeta } from '../command.ts';
import { ladderLines } from '../ladder-lines.ts';
import { duration } from '../moments.ts';

export const meta: CommandMeta = {
  summary: 'Send one real transaction from a separate process, and watch it climb the ladder',
  words: ['[URL]'],
  examples: [
    ['sealwire probe', 'tries the local endpoint'],
    ['sealwire probe https://apm.corp.example:8200', 'tries another server with this authority and token'],
  ],
};

/** Exits 1 where a rung failed or was not reached. */
export async function run({ given, output, connect, connectRunning }: CommandContext): Promise<number> {
  const [url] = given.words;
  const client = await (url === undefined ? connectRunning() : connect());
  const result = await client.call('probe.run', { url });
  output.answer(result, ({ endpoint, steps, ms }) => [
    `${endpoint}, ${duration(ms)}`,
    ...ladderLines(steps, output.paint),
  ]);
  return result.steps.every(({ state }) => state === 'ok' || state === 'n/a') ? 0 : 1;
}
