import type { CommandContext, CommandMeta } from '../../command.ts';
import { leftoverLines, storeLines } from '../../trust-lines.ts';

export const meta: CommandMeta = {
  summary: 'List the trust stores of this machine and whether they trust the authority',
};

/** Makes no handshakes: `verified` is what the last ones showed. */
export async function run({ output, connect }: CommandContext): Promise<undefined> {
  const answer = await (await connect()).call('trust.list', {});
  output.answer(answer, ({ stores, leftovers, authority }) => [
    ...storeLines(stores, output.paint),
    ...leftoverLines(leftovers).map((line) => output.typed(line)),
    ...(authority === null
      ? ['', output.typed('There is no authority to be trusted yet: `sealwire init` makes one.')]
      : []),
  ]);
}
