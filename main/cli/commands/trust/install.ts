import { changeTrust } from '../../change-trust.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';

export const meta: CommandMeta = {
  summary: 'Let the trust stores of this machine trust the authority, after showing the plan',
  words: ['[STORE…]'],
  examples: [
    ['sealwire trust install', 'every store that needs no other rights'],
    ['sealwire trust install system java --dry-run', 'the plan alone'],
  ],
};

export function run(context: CommandContext): Promise<number | undefined> {
  return changeTrust(context, 'install');
}
