import { confirmed } from '../../ask.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';

export const meta: CommandMeta = {
  summary: 'Delete every stored event at once',
  examples: [['sealwire events purge --yes', 'without being asked']],
};

/** Asks first; exits 1 where the person declines. */
export async function run(context: CommandContext): Promise<number | undefined> {
  const { given, output } = context;
  const client = await context.connect();
  if (given.flag('dry-run') === true) {
    output.answer({ removed: 0, dryRun: true }, () => ['Would delete every stored event. Nothing was deleted.']);
    return undefined;
  }
  if (!(await confirmed(context, 'Delete every stored event? This cannot be taken back.'))) {
    output.note('Nothing was deleted.');
    return 1;
  }
  output.answer(await client.call('event.purge', {}), ({ removed }) => [
    removed === 1 ? 'One event was deleted.' : `${removed} events were deleted.`,
  ]);
  const { relay } = await client.call('status', {});
  if (relay !== null && relay.queued.requests > 0) {
    output.note(
      `${relay.queued.requests} requests that wait to be passed on to ${relay.url} are kept until they were.`,
    );
  }
  return undefined;
}
