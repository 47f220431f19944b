import type { CommandContext, CommandMeta } from '../command.ts';

export const meta: CommandMeta = { summary: 'Print the version of Sealwire' };

/** The version alone; with `--json` also that of Node. */
export async function run({ output, program }: CommandContext): Promise<undefined> {
  output.answer({ version: program.version, node: process.versions.node }, ({ version }) => [version]);
}
