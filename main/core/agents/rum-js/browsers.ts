import { delimiter, join } from 'node:path';
import type { LaunchRequest, ProjectFiles } from '../definition.ts';

/** What the browsers of the Chromium family are called on a PATH. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
];

const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];

/** Below one of Windows' folders for programs; every Windows 10 and later has Edge. */
const WINDOWS_PROGRAMS: readonly (readonly [folder: string, program: string])[] = [
  ['Google/Chrome/Application', 'chrome.exe'],
  ['Microsoft/Edge/Application', 'msedge.exe'],
  ['Chromium/Application', 'chrome.exe'],
  ['BraveSoftware/Brave-Browser/Application', 'brave.exe'],
];

/** Matches the program of such a browser, and the address of a page, which is opened in the first that is found. */
export const PAGE_OR_BROWSER =
  /^(https?:\/\/.+|((chromium|google-chrome|microsoft-edge|brave)(-(browser|stable|beta|dev|unstable))*|Google Chrome|Chromium|Microsoft Edge|Brave Browser|chrome|msedge|brave)(\.exe)?)$/i;

/** Path of a browser of the Chromium family on this machine: on the PATH, else where macOS and Windows keep programs; null for none. */
export function findBrowser({ env }: LaunchRequest, files: ProjectFiles): string | null {
  const onPath = (env.PATH ?? env.Path ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => ({ folder, names: files.list(folder) }));
  for (const name of NAMES) {
    const holder = onPath.find(({ names }) => names.includes(name));
    if (holder !== undefined) return join(holder.folder, name);
  }
  const installed = [
    ...MAC_APPLICATIONS.map((name) => [join('/Applications', `${name}.app`, 'Contents', 'MacOS'), name] as const),
    ...[env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].flatMap((root) =>
      root === undefined ? [] : WINDOWS_PROGRAMS.map(([folder, program]) => [join(root, folder), program] as const),
    ),
  ];
  const found = installed.find(([folder, program]) => files.list(folder).includes(program));
  return found === undefined ? null : join(...found);
}

/** The command that brings one to the system at hand. */
export function installBrowser({ env }: LaunchRequest, files: ProjectFiles): string {
  if (env.ProgramFiles !== undefined) return 'winget install Google.Chrome';
  return files.list('/Applications').length > 0 ? 'brew install --cask google-chrome' : 'sudo apt install chromium';
}
