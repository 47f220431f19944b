import { fail, type Secret } from '../../contract/index.ts';
import { isLoopback } from '../agents/server-origin.ts';
import type { UpstreamTarget } from './upstream.ts';

/** What was asked for with `--relay` and beside it. */
export interface RelayWish {
  readonly url: string;
  readonly ca: string | null;
  readonly credential: { readonly kind: 'Bearer' | 'ApiKey'; readonly value: Secret } | null;
}

/**
 * Checks a URL to pass requests on to. Throws `USAGE` for one with a path, a query or a secret in it, and for http:// to another machine, where whoever listens in would read the token.
 */
export function readRelayTarget(
  { url, ca, credential }: RelayWish,
  moreCa: string | null,
  option: '--relay' | '--to' | '--server' = '--relay',
): UpstreamTarget {
  const prefix = option === '--relay' ? '--relay-' : '--';
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')) {
    throw fail('USAGE', {
      what: `${option} takes the URL of an APM Server.`,
      fix: `Write it in full, for example: ${option} https://apm.example.com:8200`,
    });
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw fail('USAGE', {
      what: `A URL with a secret in it ends up in logs, so ${option} takes none.`,
      fix: `Give the token by ${prefix}token-stdin or ${prefix}token-file.`,
    });
  }
  if (parsed.pathname !== '/' || parsed.search !== '' || parsed.hash !== '') {
    throw fail('USAGE', {
      what: 'The URL of an APM Server ends behind the port; agents add the path by themselves.',
      fix: `Write: ${option} ${parsed.origin}`,
    });
  }
  if (parsed.protocol === 'http:' && !isLoopback(parsed.origin)) {
    throw fail('USAGE', {
      what: `Over http:// the token and all data would travel to ${parsed.hostname} for anybody to read.`,
      fix: 'Use https://; sealwire server export makes what that server needs for it.',
    });
  }
  return { origin: parsed.origin, ca, moreCa, credential };
}
