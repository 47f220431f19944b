import { ConfigMistake } from './config-mistake.ts';
import type { SettingReader } from './setting-reader.ts';

/** The address that `host` names; null for what it does not. */
export interface ListenAddress {
  readonly host: string | null;
  /** Whether the host may be shown, because it stands in the file itself. */
  readonly mayQuote: boolean;
  readonly port: number | null;
}

/** Reads `host`: an address with or without a port (8200 then), or the path of a Unix socket, which names no port. Throws `ConfigMistake`. */
export function listenAddressOf(read: SettingReader): ListenAddress {
  const written = read.text('host');
  if (written === null || written === '') return { host: null, mayQuote: true, port: null };
  if (written.startsWith('unix:')) return { host: written, mayQuote: read.mayQuote('host'), port: null };
  const [, host, port = '8200'] = /^(\[[\da-fA-F:.%\w]*\]|[\w.%-]*)(?::(\d{1,5}))?$/.exec(written) ?? [];
  if (host === undefined || Number(port) > 65_535)
    throw new ConfigMistake(read.at('host'), '"host" is no address', 'Write it as 127.0.0.1:8200.');
  return { host, mayQuote: read.mayQuote('host'), port: Number(port) };
}
