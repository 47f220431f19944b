import { posix } from 'node:path';
import { commandStore, undoCommand } from '../command-store.ts';
import { keychainRecipe } from '../keychain-recipe.ts';
import type { Surroundings } from '../surroundings.ts';
import type { TrustStoreKind } from '../trust-store.ts';

const KIND = 'trust-macos-user';

/** The person's own keychain on macOS; the system itself asks for a fingerprint or the password. */
export const store: TrustStoreKind = {
  kind: KIND,
  find: async (around) => (around.host.platform === 'darwin' ? [commandStore(around, recipeOf(around))] : []),
  undo: (around, change) => undoCommand(around, recipeOf(around), change),
};

function recipeOf(around: Surroundings): ReturnType<typeof keychainRecipe> {
  return keychainRecipe(around, {
    kind: KIND,
    id: 'macos-user',
    title: 'Your keychain',
    path: posix.join(around.host.homeFolder, 'Library', 'Keychains', 'login.keychain-db'),
    needs: 'user',
    canChange: true,
    asks: 'macOS asks for your fingerprint or your password.',
    domain: [],
  });
}
