import { changeTrust } from '../../change-trust.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';

export const meta: CommandMeta = {
  summary: 'Take the authority out of the trust stores again',
  words: ['[STORE…]'],
  examples: [['sealwire trust uninstall', 'everywhere that Sealwire put it']],
};

export function run(context: CommandContext): Promise<number | undefined> {
  return changeTrust(context, 'uninstall');
}
