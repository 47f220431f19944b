import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/** What each of Electron's fuses is set to. The type asks for every fuse that `@electron/fuses` knows. */
export const FUSES: Readonly<Record<FuseV1Options, boolean>> = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};

/**
 * Sets every fuse of an Electron binary, or of the framework in an app bundle. Rejects where the binary has a fuse that nobody has decided about, so that a
 * newer Electron cannot bring one unseen. electron-builder sets its own eight once more from `electronFuses`; it does not know the ninth.
 */
export async function setFuses(electron: string): Promise<void> {
  await flipFuses(electron, { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...FUSES });
}

/** Whether each fuse of a binary is on, by its name. */
export async function readFuses(electron: string): Promise<Record<string, boolean>> {
  const { version: _version, ...wire } = await getCurrentFuseWire(electron);
  return Object.fromEntries(
    Object.entries(wire).map(([at, state]) => [FuseV1Options[Number(at)] ?? at, state === FuseState.ENABLE]),
  );
}
