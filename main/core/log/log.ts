import { join } from 'node:path';
import type { Secret } from '../../contract/index.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';

const MAX_BYTES = 2 * 1024 * 1024;

/** What happened, for the person who has to find out why: one JSON object a line in `logs/sealwire.jsonl`. */
export interface Log {
  write(what: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
  /** The last `lines` lines, oldest first. */
  tail(lines: number): string[];
}

/**
 * Opens the log. Every text goes through `secrets()` first, so that a token or passphrase that found its way into an error is struck out.
 * The file is turned over at 2 MiB and one older one is kept. A log that cannot be written stays silent: it must never stop the work.
 */
export function openLog(host: Host, folders: Folders, secrets: () => readonly Secret[]): Log {
  const path = join(folders.logs, 'sealwire.jsonl');

  const append = (line: string): void => {
    host.disk.makeFolder(folders.logs, 0o700);
    const size = host.disk.facts(path)?.bytes ?? 0;
    if (size > MAX_BYTES) host.disk.rename(path, join(folders.logs, 'sealwire.1.jsonl'));
    host.disk.append(path, Buffer.from(line), 0o600);
  };

  return {
    write: (what, facts = {}) => {
      const line = `${JSON.stringify({ at: host.now().toISOString(), what, ...facts })}\n`;
      try {
        append(redact(line, secrets()));
      } catch {
        // A full or read-only disk is reported where it stops a person's work, not by its log.
        return;
      }
    },
    tail: (lines) => (host.disk.read(path)?.toString('utf8') ?? '').split('\n').filter(Boolean).slice(-lines),
  };
}

/** Strikes out every secret of `secrets` that occurs in `text`. */
export function redact(text: string, secrets: readonly Secret[]): string {
  return secrets.reduce(
    (rest, secret) => (secret.reveal() === '' ? rest : rest.replaceAll(secret.reveal(), '[redacted]')),
    text,
  );
}
