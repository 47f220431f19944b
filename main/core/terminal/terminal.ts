import type { Host } from '../host/host.ts';

/** How a terminal window of the person's own is opened with a command typed into it; the first that exists is taken. */
export interface TerminalPlan {
  readonly file: string;
  readonly args: readonly string[];
}

/** Whether a terminal window can be opened at all, and if not, why, in a sentence. */
export function terminalAvailability(host: Pick<Host, 'platform' | 'env'>): { available: boolean; reason: string } {
  if (host.platform === 'darwin' || host.platform === 'win32')
    return { available: true, reason: 'Opens your terminal.' };
  if (host.env.SSH_CONNECTION !== undefined)
    return { available: false, reason: 'Sealwire runs over SSH: paste the line into that session.' };
  if (host.env.DISPLAY === undefined && host.env.WAYLAND_DISPLAY === undefined) {
    return { available: false, reason: 'There is no display here: paste the line into a terminal.' };
  }
  return { available: true, reason: 'Opens your terminal.' };
}

/**
 * The ways to open a terminal in `folder` running `command`, in order of preference. The command stays open in a shell afterwards,
 * so that its output can be read. Linux names come from the Debian alternatives system and the desktops' own terminals.
 */
export function terminalPlans(platform: NodeJS.Platform, command: string, folder: string): TerminalPlan[] {
  if (platform === 'darwin') {
    const typed = `cd ${posixQuote(folder)} && ${command}`;
    const script = `tell application "Terminal"\nactivate\ndo script ${appleQuote(typed)}\nend tell`;
    return [{ file: 'osascript', args: ['-e', script] }];
  }
  if (platform === 'win32') {
    return [
      { file: 'wt.exe', args: ['-d', folder, 'cmd.exe', '/k', command] },
      { file: 'cmd.exe', args: ['/c', 'start', '', '/d', folder, 'cmd.exe', '/k', command] },
    ];
  }
  const shell = ['sh', '-c', `cd ${posixQuote(folder)} && ${command}; exec "\${SHELL:-sh}"`];
  return [
    { file: 'x-terminal-emulator', args: ['-e', ...shell] },
    { file: 'gnome-terminal', args: ['--', ...shell] },
    { file: 'konsole', args: ['-e', ...shell] },
    { file: 'xfce4-terminal', args: ['-x', ...shell] },
    { file: 'xterm', args: ['-e', ...shell] },
  ];
}

function posixQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** An AppleScript string literal: backslash and double quote are its only escapes. */
function appleQuote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
