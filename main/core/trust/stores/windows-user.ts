import { commandStore, undoCommand } from '../command-store.ts';
import type { Surroundings } from '../surroundings.ts';
import type { TrustStoreKind } from '../trust-store.ts';
import { windowsRecipe } from '../windows-recipe.ts';

const KIND = 'trust-windows-user';

/** The person's own Root store of Windows. Windows always shows a dialog, for adding as for removing. */
export const store: TrustStoreKind = {
  kind: KIND,
  find: async (around) => (around.host.platform === 'win32' ? [commandStore(around, recipeOf(around))] : []),
  undo: (around, change) => undoCommand(around, recipeOf(around), change),
};

function recipeOf(around: Surroundings): ReturnType<typeof windowsRecipe> {
  return windowsRecipe(around, {
    kind: KIND,
    id: 'windows-user',
    title: 'Your certificate store of Windows',
    path: 'Cert:\\CurrentUser\\Root',
    needs: 'user',
    canChange: true,
    asks: 'Windows shows a dialog with the fingerprint and asks you to confirm.',
    scope: ['-user'],
  });
}
