import type { IncomingMessage } from 'node:http';

/** A request as routes see it, over HTTP/1.1 or HTTP/2. */
export interface ServedRequest
  extends Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'headersDistinct' | 'httpVersion'> {
  readonly socket: { readonly remoteAddress?: string | undefined };
}
