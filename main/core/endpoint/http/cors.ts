import type { ServerSettings } from '../server-settings.ts';
import { matchesGlob } from './glob.ts';
import { headerText } from './header-value.ts';

/** What cross-origin rules make of a request to a path of browsers, before anything else looks at it (reference B5). */
export interface CorsVerdict {
  readonly isPreflight: boolean;
  readonly isAllowed: boolean;
  /** For every answer of that request, whoever gives it. */
  readonly headers: Readonly<Record<string, string>>;
  /** The real server's words where the origin is not allowed; a preflight never hears them. */
  readonly refusal: string;
}

const METHODS = 'POST, OPTIONS';
const OWN_HEADERS = ['Content-Type', 'Content-Encoding', 'Accept'];

/**
 * Judges the `Origin` of a request, which is empty where there is none. A preflight is answered whatever comes of it, also while RUM is off; an origin that is
 * allowed is echoed, as an empty value where there was none.
 */
export function judgeOrigin(method: string, origin: string | null, rum: ServerSettings['rum']): CorsVerdict {
  const given = origin ?? '';
  const isAllowed = rum.allowOrigins.some((pattern) => matchesGlob(pattern, given));
  const isPreflight = method === 'OPTIONS';
  const echo: Record<string, string> = isAllowed ? { 'Access-Control-Allow-Origin': given } : {};
  const preflight = {
    'Access-Control-Allow-Headers': [...rum.allowHeaders, ...OWN_HEADERS].join(', '),
    'Access-Control-Allow-Methods': METHODS,
    'Access-Control-Expose-Headers': 'Etag',
    'Access-Control-Max-Age': '3600',
    'Content-Length': '0',
    Vary: 'Origin',
  };
  return {
    isPreflight,
    isAllowed,
    headers: isPreflight ? { ...preflight, ...echo } : echo,
    refusal: `forbidden request: origin: '${headerText(given)}' is not allowed`,
  };
}
