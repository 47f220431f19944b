import type { Vault } from '../contract/shapes.ts';
import type { Paint } from './paint.ts';
import { facts, table } from './table.ts';

const STATES = { ready: 'ready', locked: 'locked', unavailable: 'not available', unchosen: 'not chosen yet' } as const;

/** Where the secrets are, in what state, and the places to choose from. */
export function vaultLines(vault: Vault, paint: Paint): string[] {
  return [
    ...facts([
      ['Vault', vault.label],
      ['State', vault.state === 'ready' ? paint.good(STATES.ready) : paint.attention(STATES[vault.state])],
      ['Lasts', vault.persistent ? 'across restarts' : 'until Sealwire stops'],
      ['Note', vault.reason],
    ]),
    '',
    ...table(
      ['CHOICE', 'AVAILABLE', 'WHAT IT MEANS'],
      vault.choices.map(({ use, available, reason }) => [use, available ? 'yes' : 'no', reason]),
    ),
  ];
}
