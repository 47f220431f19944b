/** A tier of tests: what it proves, and the folder that holds it. The first that matches a file has it; T0 takes the rest. */
export interface Tier {
  readonly id: string;
  readonly proves: string;
  readonly folder: RegExp;
}

export const TIERS: readonly Tier[] = [
  { id: 'T1', proves: 'one contract over every carrier', folder: /^test[\\/]transport[\\/]/ },
  { id: 'T2', proves: 'the real interface in Chromium', folder: /^test[\\/]e2e[\\/]/ },
  { id: 'T3', proves: 'the desktop shell against a typed Electron double', folder: /^test[\\/]shell[\\/]/ },
  { id: 'T4', proves: 'packages of three systems, from a stand-in for Electron', folder: /^test[\\/]package[\\/]/ },
  { id: 'T5', proves: 'a real OS keychain', folder: /^test[\\/]keychain[\\/]/ },
  { id: 'T6', proves: 'the shell in a real, old Electron under Xvfb', folder: /^test[\\/]old-electron[\\/]/ },
  { id: 'T7', proves: 'the window in a real Electron 45', folder: /^test[\\/]electron[\\/]/ },
  { id: 'T8', proves: 'real agents on every rung and in every failure', folder: /^test[\\/]agents[\\/]/ },
  { id: 'T9', proves: 'recorded answers of the real server', folder: /^test[\\/]conformance[\\/]/ },
  { id: 'T10', proves: 'everything that is signed, judged by linters of others', folder: /^test[\\/]lint[\\/]/ },
  {
    id: 'T11',
    proves: 'handshakes of every TLS stack here with everything that is issued',
    folder: /^test[\\/]acceptance[\\/]/,
  },
  { id: 'T0', proves: 'units, the command line and the launcher', folder: /^test[\\/]/ },
];

/** The tier that a test file, given by its path from the root, belongs to. */
export function tierOf(path: string): Tier | undefined {
  return TIERS.find((tier) => tier.folder.test(path));
}
