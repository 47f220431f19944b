import { ConfigMistake } from './config-mistake.ts';
import type { SettingReader } from './setting-reader.ts';

/** The address that `host` names; null for what it does not. */
export interface ListenAddress {
  readonly host: string | null;
  readonly port: number | null;
}

/** Reads `host`: an address with or without a port (8200 then), or the path of a Unix socket, which names no port. Throws `ConfigMistake`. */
export function listenAddressOf(read: SettingReader): ListenAddress {
  const written = read.text('host');
  if (written === null || written === '') return { host: null, port: null };
  if (written.startsWith('unix:')) return { host: written, port: null };
  const [, host, port = '8200'] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(written) ?? [];
  if (host === undefined || Number(port) > 65_535)
    throw new ConfigMistake(read.at('host'), '"host" is no address', 'Write it as 127.0.0.1:8200.');
  return { host, port: Number(port) };
}
