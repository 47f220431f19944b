import { isInRange, rangeBytes } from './address-bytes.ts';
import type { GeneralName } from './certificate-writer.ts';

/** Names for machines that are nobody's on the internet: RFC 6761, RFC 6762, RFC 8375, ICANN's `.internal`, and what home routers use. */
const LOCAL_DOMAINS = ['localhost', 'test', 'local', 'internal', 'home.arpa', 'lan', 'localdomain'];

/** Service names of Elastic's own Compose files and charts; one label, so they mean nothing outside a container network. */
const SERVICE_NAMES = ['apm-server', 'fleet-server', 'elasticsearch', 'kibana'];

/** Loopback, private, link-local and shared addresses: RFC 1122, 1918, 3927, 6598, 4291, 4193. */
const PRIVATE_RANGES = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '100.64.0.0/10',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
];

/**
 * What a constrained authority may sign (reference/certificates.md §3.3): local domains, service names, this machine's own name, the person's
 * domains, and private addresses. Domains as bases without a leading dot, ranges as CIDR. Both kinds are always listed: names alone would not restrict addresses.
 */
export function permittedNames(hostName: string | null, domains: readonly string[]): string[] {
  const own = hostName === null ? [] : [hostName];
  const bases = [...LOCAL_DOMAINS, ...SERVICE_NAMES, ...own, ...domains];
  const isCovered = (base: string): boolean => bases.some((other) => base !== other && base.endsWith(`.${other}`));
  return [...new Set(bases.filter((base) => !isCovered(base))), ...PRIVATE_RANGES];
}

/** The same list as a person reads it. */
export function permittedInWords(permitted: readonly string[]): string[] {
  const names = permitted.filter((entry) => !entry.includes('/'));
  const isKnown = (name: string): boolean => LOCAL_DOMAINS.includes(name) || SERVICE_NAMES.includes(name);
  const under = (list: readonly string[]): string => list.map((name) => `.${name}`).join(', ');
  return [
    'localhost',
    `names that end in ${under(LOCAL_DOMAINS.filter((name) => name !== 'localhost'))}`,
    `the service names ${SERVICE_NAMES.join(', ')}`,
    ...names.filter((name) => !isKnown(name)).map((name) => `${name} and names under it`),
    'loopback and private addresses',
  ];
}

/** The list in the form of the name constraints extension. */
export function permittedGeneralNames(permitted: readonly string[]): GeneralName[] {
  return permitted.map((entry) =>
    entry.includes('/') ? { kind: 'ip', bytes: rangeBytes(entry) } : { kind: 'dns', name: entry },
  );
}

/** Whether a constrained authority may sign this name (RFC 5280 §4.2.1.10: a base covers itself and everything under it). */
export function isPermitted(name: GeneralName, permitted: readonly string[]): boolean {
  if (name.kind === 'ip') return permitted.some((entry) => entry.includes('/') && isInRange(name.bytes, entry));
  // Without constraints on URIs every one is allowed (RFC 5280 §4.2.1.10).
  if (name.kind === 'uri') return true;
  const host = name.name.replace(/^\*\./, '');
  return permitted.some((entry) => !entry.includes('/') && (host === entry || host.endsWith(`.${entry}`)));
}
