import type { CommandContext, CommandMeta } from '../../command.ts';
import { withVaultOpen } from '../../vault-passphrase.ts';

export const meta: CommandMeta = {
  summary: 'Print the active secret token, and nothing else',
  examples: [
    [
      'export ELASTIC_APM_SECRET_TOKEN="$(sealwire token show)"',
      'hands it to an agent without leaving it in the shell history',
    ],
  ],
};

/** Prints the token alone on one line, so that `$(sealwire token show)` is exactly the token. */
export async function run(context: CommandContext): Promise<undefined> {
  const client = await context.connect();
  const shown = await withVaultOpen(context, client, () => client.call('token.show', {}));
  context.output.answer(shown, ({ token }) => [token]);
}
