import type { CommandContext, CommandMeta } from '../../command.ts';
import { storeLines } from '../../trust-lines.ts';

export const meta: CommandMeta = {
  summary: 'Verify by real handshakes which stores trust the authority',
  words: ['[STORE…]'],
  examples: [['sealwire trust check java', 'every Java alone']],
};

/** Exits 1 where a store that was installed is not verified, or one that was named does not trust the authority. */
export async function run({ given, output, connect }: CommandContext): Promise<number | undefined> {
  const client = await connect();
  output.note('Programs are made to connect, one after the other…');
  const answer = await client.call('trust.check', { stores: [...given.words] });
  output.answer(answer, ({ stores }) => storeLines(stores, output.paint));
  const isNamed = given.words.length > 0;
  const hasFailed = answer.stores.some(
    ({ state, checks }) =>
      (isNamed && state !== 'verified') ||
      (state === 'installed' && checks.some(({ outcome }) => outcome === 'refused')),
  );
  return hasFailed ? 1 : undefined;
}
