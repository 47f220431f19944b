import type { Counts } from '../../contract/index.ts';
import type { SocketAddress } from './facts.ts';

const ALERTS: Readonly<Record<string, string>> = {
  unknown_ca: 'unknown CA',
  bad_certificate: 'bad certificate',
  certificate_unknown: 'certificate unknown',
  certificate_expired: 'certificate expired',
  protocol_version: 'protocol version',
  no_application_protocol: 'no application protocol',
};

/** An alert as people know it from logs: `unknown_ca` (RFC 8446 §6) reads "unknown CA". */
export function alertWords(alert: string): string {
  return ALERTS[alert] ?? alert.replaceAll('_', ' ');
}

/** `TLSv1.3`, as OpenSSL writes it, reads "TLS 1.3". */
export function tlsWords(version: string): string {
  return version.replace(/^TLSv1$/, 'TLS 1.0').replace(/^TLSv/, 'TLS ');
}

const KINDS = [
  ['transaction', 'transaction'],
  ['span', 'span'],
  ['error', 'error'],
  ['metricset', 'metric set'],
  ['log', 'log line'],
] as const;

/** "3 transactions, 5 spans"; empty where there are none. */
export function countWords(counts: Counts): string {
  return KINDS.filter(([kind]) => counts[kind] > 0)
    .map(([kind, word]) => `${counts[kind]} ${word}${counts[kind] === 1 ? '' : 's'}`)
    .join(', ');
}

/** "a", "a and b", "a, b and c". */
export function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** An IPv4 address that came through an IPv6 socket (RFC 4291 §2.5.5.2) is written as what it is. */
export function addressWords(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** Address and port, an IPv6 address in brackets. */
export function socketWords({ address, port }: SocketAddress): string {
  const shown = addressWords(address);
  return shown.includes(':') ? `[${shown}]:${port}` : `${shown}:${port}`;
}
