import { join } from 'node:path';
import type { Folders } from '../core/host/folders.ts';
import type { Host } from '../core/host/host.ts';
import { CODE_LIVES_MS } from './browser-sessions.ts';
import { prepareRunFolder } from './run-folder.ts';

/** A link that was given to the browser. Whether a page came up cannot be known, so the link is printed as well. */
export interface Opening {
  /** Why no browser was started, or null. */
  readonly problem: string | null;
  /** Takes the redirect file away; it goes by itself when the code in it has run out. */
  remove(): void;
}

/**
 * Opens a link through a page of mode 0600 that leads on to it, so that the code stands in no process's arguments. The page holds no
 * script; it works as long as its code does.
 */
export async function openInBrowser(host: Host, folders: Pick<Folders, 'run'>, link: string): Promise<Opening> {
  prepareRunFolder(host, folders.run);
  const path = join(folders.run, `open-${host.randomBytes(8).toString('hex')}.html`);
  host.disk.create(path, Buffer.from(redirectPage(link)), 0o600);
  const remove = (): void => {
    clearTimeout(timer);
    try {
      host.disk.remove(path);
    } catch {
      // The code in it is dead by now, and the next start sweeps the folder.
    }
  };
  const timer = setTimeout(remove, CODE_LIVES_MS);
  timer.unref();

  const { file, args } = openerOf(host.platform, path);
  const problem = await host.launch(file, args);
  if (problem !== null) remove();
  return { problem, remove };
}

/** `explorer.exe` rather than `cmd /c start`, which would read `&` and `%` in the path as its own. */
function openerOf(platform: NodeJS.Platform, path: string): { file: string; args: readonly string[] } {
  if (platform === 'darwin') return { file: 'open', args: [path] };
  if (platform === 'win32') return { file: 'explorer.exe', args: [path] };
  return { file: 'xdg-open', args: [path] };
}

function redirectPage(link: string): string {
  const target = link.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=${target}">
<title>Opening Sealwire</title>
</head>
<body><p><a href="${target}">Open Sealwire</a></p></body>
</html>
`;
}
