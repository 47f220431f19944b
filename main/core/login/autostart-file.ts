import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Host } from '../host/host.ts';

/** Where an XDG desktop looks for what to start at login (Desktop Application Autostart specification). */
export function autostartPath(host: Pick<Host, 'env' | 'homeFolder'>): string {
  const xdg = host.env.XDG_CONFIG_HOME;
  const config = xdg !== undefined && posix.isAbsolute(xdg) ? xdg : posix.join(host.homeFolder, '.config');
  return posix.join(config, 'autostart', 'sealwire.desktop');
}

/** The autostart entry for a command. Its last line is a sum over the others, by which `isUntouched` knows it again. */
export function autostartEntry(command: readonly string[]): string {
  const body = [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Sealwire',
    'Comment=Secures the connection of APM agents',
    `Exec=${command.map(quoted).join(' ')}`,
    'Icon=sealwire',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
  return `${body}${SUM}${sumOf(body)}\n`;
}

/** Whether a file is an entry of ours that nobody changed since. */
export function isUntouched(text: string): boolean {
  const at = text.lastIndexOf(SUM);
  return at !== -1 && text.slice(at) === `${SUM}${sumOf(text.slice(0, at))}\n`;
}

const SUM = 'X-Sealwire-Sum=';

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * One argument of an Exec line (Desktop Entry specification, "The Exec key"): in double quotes with `"`, backtick, `$` and `\` escaped, that escaped once more as
 * every string value is, and `%`, which begins a field code, doubled.
 */
function quoted(argument: string): string {
  const inQuotes = `"${argument.replace(/["`$\\]/g, '\\$&')}"`;
  return inQuotes
    .replace(/\\/g, '\\\\')
    .replace(/\n/g, '\\n')
    .replace(/\t/g, '\\t')
    .replace(/\r/g, '\\r')
    .replace(/%/g, '%%');
}
