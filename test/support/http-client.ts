import { type IncomingMessage, request } from 'node:http';
import { type Client, SealwireError } from '../../main/contract/index.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  /** The body as JSON; fails the test where it is none. */
  json(): unknown;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One request as a browser's tab on `origin` would send it; every header can be replaced, and an empty one is left out. */
export function ask(origin: string, path: string, options: Ask = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    open(origin, path, options, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: () => JSON.parse(text) });
    }).once('error', reject);
  });
}

/** Exchanges the code of a link for a secret, as the page does. */
export async function redeem(link: string): Promise<string> {
  const { origin, hash } = new URL(link);
  const answer = await ask(origin, '/session', { method: 'POST', body: JSON.stringify({ code: hash.slice(1) }) });
  const body = answer.json();
  if (typeof body !== 'object' || body === null || !('secret' in body) || typeof body.secret !== 'string') {
    throw new Error(`no session: ${answer.status} ${answer.text}`);
  }
  return body.secret;
}

/** The contract over the browser's carrier, for the suite that runs over every carrier. */
export function httpClient(origin: string, secret: string): Client {
  const streams = new Set<AbortController>();
  const headers = { 'x-sealwire-session': secret };

  return {
    call: async (name, input) => {
      const answer = await ask(origin, `/call/${name}`, { method: 'POST', headers, body: JSON.stringify(input) });
      const body = JSON.parse(answer.text);
      if (answer.status !== 200) throw new SealwireError(body.error);
      return body;
    },
    listen: (listener) => {
      const ending = new AbortController();
      streams.add(ending);
      // Either side may end the stream at any moment; the suite looks at what arrived until then.
      const ignore = (): void => undefined;
      const stream = open(origin, '/pushes', { headers }, (response) => {
        let rest = '';
        // By hand, because `readline` also takes U+2028, which JSON leaves as it is, for the end of a line.
        response.setEncoding('utf8').on('data', (text: string) => {
          const lines = (rest + text).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines) if (line !== '' && !ending.signal.aborted) listener(JSON.parse(line));
        });
        response.on('error', ignore);
      }).on('error', ignore);
      ending.signal.addEventListener('abort', () => stream.destroy());
      return () => ending.abort();
    },
    close: async () => {
      for (const stream of streams) stream.abort();
    },
  };
}

function open(
  origin: string,
  path: string,
  { method = 'GET', headers = {}, body }: Ask,
  onResponse: (response: IncomingMessage) => void,
): ReturnType<typeof request> {
  const { hostname, port, host } = new URL(origin);
  const ofPost = method === 'POST' ? { origin, 'content-type': 'application/json' } : {};
  const all = Object.entries({ host, 'sec-fetch-site': 'same-origin', ...ofPost, ...headers });
  const sent = request({
    hostname,
    port,
    path,
    method,
    agent: false,
    headers: Object.fromEntries(all.filter(([, value]) => value !== '')),
  });
  sent.once('response', onResponse);
  sent.end(body);
  return sent;
}
