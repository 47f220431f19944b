import type { X509Certificate } from 'node:crypto';
import { certificateFields } from './certificate-fields.ts';
import type { GeneralName } from './certificate-writer.ts';
import { childrenOf, type DerValue, readDer } from './der-reader.ts';
import { EXTENSIONS } from './extension-ids.ts';

/** The name constraints of one certificate of a chain, as far as names of leaves are concerned. A kind that is not limited is null. */
export interface NameLimits {
  readonly permittedDomains: readonly string[] | null;
  /** Address and mask as one, 8 or 32 bytes. */
  readonly permittedRanges: readonly Buffer[] | null;
  readonly excludedDomains: readonly string[];
  readonly excludedRanges: readonly Buffer[];
  /** Whether it limits kinds of names that are not looked at here: distinguished names, mail addresses, URIs. */
  readonly limitsSubjects: boolean;
  readonly limitsUris: boolean;
}

const DIRECTORY_NAME = 0xa4;
const DNS_NAME = 0x82;
const URI = 0x86;
const ADDRESS = 0x87;

/** The limits that a CA's certificate sets, or null where it sets none (RFC 5280 §4.2.1.10). Throws `DerMistake`. */
export function nameLimitsOf(certificate: X509Certificate): NameLimits | null {
  const extension = certificateFields(certificate).extensions.get(EXTENSIONS.nameConstraints);
  if (extension === undefined) return null;
  const trees = childrenOf(readDer(extension));
  const basesIn = (tag: number): DerValue[] =>
    trees
      .filter((tree) => tree.tag === tag)
      .flatMap((tree) => childrenOf(tree).flatMap((each) => childrenOf(each).slice(0, 1)));
  const permitted = basesIn(0xa0);
  const excluded = basesIn(0xa1);
  const has = (kind: number): boolean => [...permitted, ...excluded].some(({ tag }) => tag === kind);
  const none = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);
  return {
    permittedDomains: none(domains(permitted)),
    permittedRanges: none(ranges(permitted)),
    excludedDomains: domains(excluded),
    excludedRanges: ranges(excluded),
    limitsSubjects: has(DIRECTORY_NAME),
    limitsUris: has(URI),
  };
}

/** Whether a chain with these limits may hold the name. */
export function isWithinLimits(name: GeneralName, limits: NameLimits): boolean {
  if (name.kind === 'uri') return !limits.limitsUris;
  if (name.kind === 'ip') {
    const isIn = (range: Buffer): boolean => isCovered(name.bytes, range);
    return (limits.permittedRanges?.some(isIn) ?? true) && !limits.excludedRanges.some(isIn);
  }
  const host = name.name.replace(/^\*\./, '');
  const isUnder = (base: string): boolean => base === '' || host === base || host.endsWith(`.${base}`);
  return (limits.permittedDomains?.some(isUnder) ?? true) && !limits.excludedDomains.some(isUnder);
}

/** A leading dot, which some write and RFC 5280 does not have for host names, means the same here. */
function domains(bases: readonly DerValue[]): string[] {
  return bases
    .filter(({ tag }) => tag === DNS_NAME)
    .map(({ content }) => content.toString('latin1').toLowerCase().replace(/^\./, ''));
}

function ranges(bases: readonly DerValue[]): Buffer[] {
  return bases.filter(({ tag }) => tag === ADDRESS).map(({ content }) => content);
}

function isCovered(address: Buffer, range: Buffer): boolean {
  const half = range.length / 2;
  return (
    address.length === half &&
    address.every((byte, at) => (byte & (range[half + at] ?? 0)) === ((range[at] ?? 0) & (range[half + at] ?? 0)))
  );
}
