import type { CommandContext, CommandMeta } from '../../command.ts';
import { vaultLines } from '../../vault-lines.ts';

export const meta: CommandMeta = { summary: 'Say where the secrets are kept, and where else they could be' };

/** Asks the vault nothing but whether it opens. */
export async function run({ output, connect }: CommandContext): Promise<undefined> {
  output.answer(await (await connect()).call('vault.status', {}), (vault) => vaultLines(vault, output.paint));
}
