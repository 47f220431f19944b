import { commandStore, undoCommand } from '../command-store.ts';
import { keychainRecipe } from '../keychain-recipe.ts';
import type { Surroundings } from '../surroundings.ts';
import type { TrustStoreKind } from '../trust-store.ts';

const KIND = 'trust-macos-admin';

/** The system keychain of macOS, for everybody on the machine. Since macOS 11 even root is asked for in a session with a screen. */
export const store: TrustStoreKind = {
  kind: KIND,
  find: async (around) => (around.host.platform === 'darwin' ? [commandStore(around, recipeOf(around))] : []),
  undo: (around, change) => undoCommand(around, recipeOf(around), change),
};

function recipeOf(around: Surroundings): ReturnType<typeof keychainRecipe> {
  return keychainRecipe(around, {
    kind: KIND,
    id: 'macos-admin',
    title: 'System keychain of macOS',
    path: '/Library/Keychains/System.keychain',
    needs: 'admin',
    canChange: around.isAdmin,
    asks: 'macOS asks for the password of an administrator.',
    domain: ['-d'],
  });
}
