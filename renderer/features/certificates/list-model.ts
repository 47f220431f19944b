import type { Certificate } from '../../../main/contract/index.ts';
import { endingCertificates } from '../../ui/expiry-reminders.ts';

/** Certificates in the three lists of the screen, each in the order in which it is shown. */
export interface CertificateLists {
  readonly servers: readonly Certificate[];
  readonly clients: readonly Certificate[];
  /** What was renewed, revoked, or has expired; the newest first. */
  readonly past: readonly Certificate[];
}

/** Sorts what there is: in use first, then what ends soon, then the newest. Only what holds every word of the text is in it. */
export function listsOf(certificates: readonly Certificate[], text: string): CertificateLists {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = certificates.filter((certificate) => {
    const all = textOf(certificate);
    return words.every((word) => all.includes(word));
  });
  const isPast = ({ state, inUse }: Certificate): boolean => !inUse && state !== 'valid' && state !== 'not-yet-valid';
  const ending = new Set(endingCertificates(certificates).map(({ id }) => id));
  const rank = ({ id, inUse }: Certificate): number => (inUse ? 0 : ending.has(id) ? 1 : 2);
  const newest = (one: Certificate, other: Certificate): number => other.notBefore.localeCompare(one.notBefore);
  const present = found
    .filter((certificate) => !isPast(certificate))
    .toSorted((one, other) => rank(one) - rank(other) || newest(one, other));
  return {
    servers: present.filter(({ kind }) => kind === 'server'),
    clients: present.filter(({ kind }) => kind === 'client'),
    past: found.filter(isPast).toSorted(newest),
  };
}

function textOf({ names, shownNames, kind, key, serial, id, fingerprint256 }: Certificate): string {
  return [...names, ...shownNames, kind, key, serial, id, fingerprint256].join(' ').toLowerCase();
}
