import type { AttemptState } from '../evidence/attempt-state.ts';
import type { ServedCertificate } from '../evidence/facts.ts';
import { addressWords } from '../evidence/words.ts';

/** The certificate that the endpoint presented on this connection, where the handshake got that far. */
export function servedCertificate({ tlsFailure, secured }: AttemptState): ServedCertificate | null {
  return tlsFailure?.certificate ?? secured?.certificate ?? null;
}

/**
 * The name the client asked for: its SNI, else the address it connected to, because clients send no SNI for addresses (RFC 6066 §3).
 * Java sends none for `localhost` either (reference/agents.md §3), so on loopback that name counts as well.
 */
export function namesAskedFor({ hello, secured, local }: AttemptState): readonly string[] {
  const sni = hello?.sni ?? secured?.sni ?? null;
  if (sni !== null) return [sni];
  if (local === null) return [];
  const address = addressWords(local.address);
  return /^(127\.|::1$)/.test(address) ? [address, 'localhost'] : [address];
}

/** Whether the certificate covers any of the names asked for; true where nothing is known of either. */
export function coversName(attempt: AttemptState): boolean {
  const certificate = servedCertificate(attempt);
  const asked = namesAskedFor(attempt);
  if (certificate === null || asked.length === 0) return true;
  return asked.some((name) => certificate.names.some((pattern) => matchesName(pattern, name)));
}

/** `url` with a name that the certificate covers: its own where it is covered, else one of this machine, else the first without a wildcard. */
export function coveredUrl(url: string, names: readonly string[]): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const hosts = names.filter((name) => !name.startsWith('*.'));
  const own = parsed?.hostname.replace(/^\[(.*)\]$/, '$1') ?? '';
  const host = hosts.find((name) => /^(localhost$|127\.|::1$)/.test(name)) ?? hosts[0];
  if (parsed === null || host === undefined || names.some((pattern) => matchesName(pattern, own))) return url;
  return `${parsed.protocol}//${host.includes(':') ? `[${host}]` : host}${parsed.port === '' ? '' : `:${parsed.port}`}`;
}

/** Whether the certificate was out of date when the connection came, by this machine's clock. */
export function validityAt(attempt: AttemptState): 'valid' | 'expired' | 'not-yet-valid' {
  const certificate = servedCertificate(attempt);
  if (certificate === null) return 'valid';
  if (attempt.acceptedAtMs > Date.parse(certificate.notAfter)) return 'expired';
  return attempt.acceptedAtMs < Date.parse(certificate.notBefore) ? 'not-yet-valid' : 'valid';
}

/** A wildcard stands for exactly one label, the first (RFC 9525 §6.3). */
function matchesName(pattern: string, name: string): boolean {
  const wanted = name.toLowerCase().replace(/\.$/, '');
  const offered = pattern.toLowerCase();
  if (!offered.startsWith('*.')) return offered === wanted;
  const dot = wanted.indexOf('.');
  return dot > 0 && wanted.slice(dot) === offered.slice(1);
}
