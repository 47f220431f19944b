import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/** Fuses that are decided: eight by `electronFuses` in electron-builder.yml, and the ninth here, because electron-builder does not know it. */
const DECIDED = 9;

/**
 * Sets the fuse that electron-builder does not know: WebAssembly keeps its trap handlers, as a browser has them. Rejects where the binary (or the framework in
 * an app bundle) has a fuse that nobody has decided about, so that a newer Electron cannot bring one unseen.
 */
export async function setNinthFuse(electron: string): Promise<void> {
  const names = Object.keys(await readFuses(electron));
  if (names.length !== DECIDED)
    throw new Error(
      `This Electron has ${names.length} fuses, and ${DECIDED} are decided; decide about the others in electron-builder.yml or fuses.ts.`,
    );
  await flipFuses(electron, { version: FuseVersion.V1, [FuseV1Options.WasmTrapHandlers]: true });
}

/** Whether each fuse of a binary is on, by its name. */
export async function readFuses(electron: string): Promise<Record<string, boolean>> {
  const { version: _version, ...wire } = await getCurrentFuseWire(electron);
  return Object.fromEntries(
    Object.entries(wire).map(([at, state]) => [FuseV1Options[Number(at)] ?? at, state === FuseState.ENABLE]),
  );
}
