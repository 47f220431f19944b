import type { IncomingMessage } from 'node:http';

/** A request as routes see it, over HTTP/1.1 or HTTP/2. */
export type ServedRequest = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'headersDistinct' | 'httpVersion'>;
