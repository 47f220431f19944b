import type { Configuration } from '../../contract/index.ts';
import type { Fact } from './facts.ts';

/** A tag and when it was seen, in milliseconds since the epoch. */
interface SeenTag {
  readonly etag: string;
  readonly atMs: number;
}

/** The newest tag of central configuration that went out, and the newest that came back. */
export interface ConfigurationSeen {
  readonly sent: SeenTag | null;
  readonly echoed: SeenTag | null;
}

/** What a poll adds to what a connection showed before it. */
export function configurationAfter(
  before: ConfigurationSeen | null,
  { etag, atMs, reached }: Extract<Fact, { readonly kind: 'configured' }>,
): ConfigurationSeen {
  return { sent: null, echoed: null, ...before, [reached]: { etag, atMs } };
}

/** The newest of both; associative, commutative and idempotent, as ladders are. */
export function newestConfiguration(
  one: ConfigurationSeen | null,
  other: ConfigurationSeen | null,
): ConfigurationSeen | null {
  if (one === null || other === null) return one ?? other;
  return { sent: newest(one.sent, other.sent), echoed: newest(one.echoed, other.echoed) };
}

/** As it is shown: what was sent last is not taken before its own tag has come back. */
export function viewConfiguration(seen: ConfigurationSeen | null): Configuration | null {
  if (seen === null) return null;
  const { sent, echoed } = seen;
  if (echoed !== null && (sent === null || sent.atMs <= echoed.atMs)) {
    return {
      etag: echoed.etag,
      sentAt: sent?.etag === echoed.etag ? iso(sent.atMs) : null,
      echoedAt: iso(echoed.atMs),
    };
  }
  return sent === null ? null : { etag: sent.etag, sentAt: iso(sent.atMs), echoedAt: null };
}

/** What an earlier run remembered, which may be older than this kind of evidence. */
export function configurationFrom(shown: Configuration | null | undefined): ConfigurationSeen | null {
  if (shown === null || shown === undefined) return null;
  const seen = (at: string | null): SeenTag | null => (at === null ? null : { etag: shown.etag, atMs: Date.parse(at) });
  return { sent: seen(shown.sentAt), echoed: seen(shown.echoedAt) };
}

function newest(one: SeenTag | null, other: SeenTag | null): SeenTag | null {
  if (one === null || other === null) return one ?? other;
  if (one.atMs !== other.atMs) return one.atMs > other.atMs ? one : other;
  return one.etag >= other.etag ? one : other;
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
