import { commandStore, undoCommand } from '../command-store.ts';
import type { Surroundings } from '../surroundings.ts';
import type { TrustStoreKind } from '../trust-store.ts';
import { isElevated, windowsRecipe } from '../windows-recipe.ts';

const KIND = 'trust-windows-machine';

/** The Root store of Windows for everybody on the machine; no dialog, but only with elevated rights. */
export const store: TrustStoreKind = {
  kind: KIND,
  find: async (around) =>
    around.host.platform === 'win32' ? [commandStore(around, recipeOf(around, await isElevated(around)))] : [],
  undo: async (around, change) => undoCommand(around, recipeOf(around, true), change),
};

function recipeOf(around: Surroundings, canChange: boolean): ReturnType<typeof windowsRecipe> {
  return windowsRecipe(around, {
    kind: KIND,
    id: 'windows-machine',
    title: 'Certificate store of this Windows machine',
    path: 'Cert:\\LocalMachine\\Root',
    needs: 'admin',
    canChange,
    asks: '',
    scope: [],
  });
}
