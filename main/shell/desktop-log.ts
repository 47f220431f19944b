import { join } from 'node:path';
import type { Host } from '../core/host/host.ts';

const MOST_BYTES = 1024 * 1024;

/** The lines of the shell, in `desktop.log` of the logs folder; the last but one mebibyte is kept as `desktop.1.log`. A log that cannot be written is silent. */
export function desktopLog(host: Pick<Host, 'disk' | 'now'>, logs: string): (line: string) => void {
  const path = join(logs, 'desktop.log');
  return (line) => {
    try {
      host.disk.makeFolder(logs, 0o700);
      if ((host.disk.facts(path)?.bytes ?? 0) > MOST_BYTES) host.disk.rename(path, join(logs, 'desktop.1.log'));
      host.disk.append(path, Buffer.from(`${host.now().toISOString()} ${line}\n`), 0o600);
    } catch {
      // A full or read-only disk is said where it stops a person's work.
      return;
    }
  };
}
