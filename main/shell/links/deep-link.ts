import { pathOf } from './path-of.ts';

const SCHEME = 'sealwire';

/** Longest name of a service that intake takes (1024 characters), written out. */
const LONGEST_LINK = 4096;

/**
 * The path of the page that a deep link names, or null for every link that is not one of ours: `sealwire://home`, `sealwire://connect/python`,
 * `sealwire://service/shop`, and the other screens by name. It leads somewhere and prefills; it never acts, so query and fragment count for nothing.
 */
export function pathOfLink(link: string): string | null {
  const url = parsed(link);
  if (url === null || url.protocol !== `${SCHEME}:`) return null;
  if (url.username !== '' || url.password !== '' || url.port !== '') return null;
  const rest = restOf(url.pathname);
  if (rest === null) return null;
  switch (url.hostname) {
    case 'home':
      return rest === '' ? '/' : null;
    case 'traffic':
    case 'certificates':
    case 'tokens':
    case 'activity':
    case 'settings':
      return rest === '' ? `/${url.hostname}` : null;
    case 'connect':
      if (rest === '') return '/connect';
      return /^[a-z][a-z0-9-]{0,31}$/.test(rest) ? `/connect/${rest}` : null;
    case 'service':
      return rest === '' ? null : pathOf('service', rest);
    default:
      return null;
  }
}

/** The deep link among a program's arguments, where Windows and Linux put it; the last one, because Chromium's own switches come first. */
export function linkAmong(argv: readonly string[]): string | null {
  return [...argv].reverse().find((argument) => argument.toLowerCase().startsWith(`${SCHEME}:`)) ?? null;
}

function parsed(link: string): URL | null {
  if (link.length > LONGEST_LINK) return null;
  try {
    return new URL(link);
  } catch {
    // TypeError: not a URL at all.
    return null;
  }
}

/** What follows the host, decoded; empty for none or a lone slash, null where it cannot be decoded or has control characters. */
function restOf(pathname: string): string | null {
  try {
    const rest = decodeURIComponent(pathname.replace(/^\//, '').replace(/\/$/, ''));
    return /\p{Cc}/u.test(rest) ? null : rest;
  } catch {
    // URIError: a stray percent sign.
    return null;
  }
}
