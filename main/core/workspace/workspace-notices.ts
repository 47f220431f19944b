import type { Notice } from '../../contract/index.ts';
import type { VaultPlace } from '../vault/vault-place.ts';
import { nextRenewal } from './renewal.ts';
import type { WorkspaceRecord } from './workspace-record.ts';
import { daysLeft } from './workspace-shapes.ts';

/** From here on the interface asks for a renewal. */
const EXPIRES_SOON_DAYS = 30;

/** What time does to the current authority and certificate: expired, about to expire, or not valid yet because the clock went back. */
export function timeNotices(now: Date, record: WorkspaceRecord | null): Notice[] {
  const authority = record?.authorities.find(({ current }) => current);
  const certificate = record?.certificates.find(({ inUse }) => inUse);
  // What renews itself in time is nobody's business, unless the clock went back before its beginning.
  const renewal = nextRenewal(record);
  const hasBegun = certificate !== undefined && Date.parse(certificate.notBefore) <= now.getTime();
  const isLookedAfter = hasBegun && renewal !== null && renewal.dueMs > now.getTime();
  return [
    ...(authority === undefined ? [] : timeNotice(now, 'authority', authority)),
    ...(certificate === undefined || isLookedAfter ? [] : timeNotice(now, 'certificate', certificate)),
    ...elsewhereNotice(now, record),
    ...overlapNotices(now, record),
  ];
}

/** Old tokens by whose end everybody was to have moved. */
function overlapNotices(now: Date, record: WorkspaceRecord | null): Notice[] {
  const over = (record?.tokens ?? []).filter(({ until }) => until !== null && Date.parse(until) <= now.getTime());
  return over.map(({ id, until }) => ({
    id: `token-until-${id}`,
    level: 'attention',
    title: 'An old token is still accepted',
    text: `It was to end on ${(until ?? '').slice(0, 10)}. Retire it: sealwire token retire ${id}, or the Tokens screen.`,
    screen: '/tokens',
  }));
}

/** Certificates that are in use elsewhere, which nobody renews by itself. Those that were made for a few days or minutes end as they were meant to. */
function elsewhereNotice(now: Date, record: WorkspaceRecord | null): Notice[] {
  const certificates = record?.certificates ?? [];
  const renewed = new Set(certificates.map(({ renews }) => renews));
  const ending = certificates.filter(({ id, inUse, revoked, notBefore, notAfter }) => {
    const days = daysLeft(now, notAfter);
    const isShort = Date.parse(notAfter) - Date.parse(notBefore) <= EXPIRES_SOON_DAYS * 86_400_000;
    return !inUse && !isShort && revoked === null && !renewed.has(id) && days >= 0 && days < EXPIRES_SOON_DAYS;
  });
  const [first] = ending;
  if (first === undefined) return [];
  const others = ending.length === 1 ? '' : ` and ${ending.length - 1} more`;
  return [
    {
      id: 'certificates-expire',
      level: 'attention',
      title: `${ending.length === 1 ? 'A certificate' : `${ending.length} certificates`} outside of Sealwire will expire`,
      text: `That for ${first.names.join(', ')}${others}, within ${EXPIRES_SOON_DAYS} days. Renew it (\`sealwire cert renew ID --out DIR\`, or the Certificates screen), and put the new files where the old ones are.`,
      screen: '/certificates',
    },
  ];
}

/** What a person should know about where the secrets are. */
export function vaultNotices(place: VaultPlace, isInitialised: boolean): Notice[] {
  if (place.state === 'ready') {
    if (place.use !== 'session' || !isInitialised) return [];
    return [
      {
        id: 'vault-session',
        level: 'attention',
        title: 'Secrets last for this session only',
        text: 'Authority and token end when Sealwire stops; every agent needs new ones after that. Choose a keychain or a passphrase file to keep them.',
        screen: '/settings',
      },
    ];
  }
  if (place.state === 'unchosen') return [];
  return [
    {
      id: `vault-${place.state}`,
      level: isInitialised ? 'failed' : 'attention',
      title: place.state === 'locked' ? 'The vault is locked' : 'The vault cannot be reached',
      text: `${place.problem.message} ${place.problem.fix}`,
      screen: '/settings',
    },
  ];
}

/** Entries of a vault that nothing uses any more, and that it did not let go of. */
export function leftoverNotices(unreached: number): Notice[] {
  if (unreached === 0) return [];
  return [
    {
      id: 'vault-leftovers',
      level: 'attention',
      title: 'Old entries are still in the vault',
      text: `${unreached === 1 ? 'One entry' : `${unreached} entries`} that nothing uses any more could not be deleted yet. Sealwire tries again at the next start.`,
      screen: '/settings',
    },
  ];
}

const CURES = {
  authority:
    'Make a new authority with Make it secure (or `sealwire init`); every agent then needs its new certificate.',
  certificate: 'Issue it again (`sealwire init`, or the Certificates screen); nothing else changes.',
} as const;

function timeNotice(
  now: Date,
  what: 'authority' | 'certificate',
  { notBefore, notAfter }: { readonly notBefore: string; readonly notAfter: string },
): Notice[] {
  const days = daysLeft(now, notAfter);
  const notice = (id: string, level: Notice['level'], title: string, text: string): Notice[] => [
    { id: `${what}-${id}`, level, title, text, screen: '/certificates' },
  ];
  if (now.getTime() < Date.parse(notBefore)) {
    return notice(
      'not-yet-valid',
      'failed',
      `The ${what} is not valid yet`,
      `It is valid from ${notBefore}, and this machine's clock says ${now.toISOString()}. Clients refuse it. Set the clock right.`,
    );
  }
  if (now.getTime() > Date.parse(notAfter)) {
    return notice(
      'expired',
      'failed',
      `The ${what} has expired`,
      `It ended on ${notAfter}; clients refuse it. ${CURES[what]}`,
    );
  }
  if (days >= EXPIRES_SOON_DAYS) return [];
  return notice(
    'expires',
    'attention',
    `The ${what} expires in ${days} days`,
    `It ends on ${notAfter}. ${CURES[what]}`,
  );
}
