import type { RequestListener } from 'node:http';
import { openKit, type Pair } from './certificate-kit.ts';
import { type Examined, examined, TOKEN } from './examined.ts';
import { likeApmServer, standIn } from './stand-in-server.ts';

const kit = openKit();

/** An authority, and a certificate of it that nothing is wrong with. */
export const root: Pair = kit.root();
export const good: Pair = kit.leaf(root);
kit.remove();

/** Examines a server with the good certificate that answers so. */
export async function answeredBy(
  respond: RequestListener,
  order: { readonly token?: string | null; readonly origin?: string | null; readonly send?: boolean } = {},
): Promise<Examined> {
  const { url } = await standIn(good, { respond });
  return examined({ url, ca: root.cert, token: TOKEN, ...order });
}

/** The real server's answers, but for one path. */
export function but(path: string, respond: RequestListener, token: string | null = TOKEN): RequestListener {
  const usual = likeApmServer(token);
  return (request, response) =>
    request.url?.split('?')[0] === path ? respond(request, response) : usual(request, response);
}

/** The same answer to everything. */
export function always(status: number, body = '', headers: Readonly<Record<string, string>> = {}): RequestListener {
  return (request, response) => {
    request.resume();
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
  };
}
