import type { IncomingMessage, ServerResponse } from 'node:http';
import { asSealwireError, fail } from '../contract/index.ts';
import { NOT_FOR_BROWSERS } from './browser-exclusions.ts';
import { whyRefused } from './browser-gate.ts';
import { SECURITY_HEADERS } from './browser-headers.ts';
import type { BrowserSessions } from './browser-sessions.ts';
import type { CoreFace } from './core-face.ts';
import { dispatch, isProcedureName } from './dispatch.ts';
import { statusOf } from './error-status.ts';
import { MOST_FRAME_BYTES } from './frames.ts';
import { ownField } from './own-field.ts';
import { feedPushes } from './push-feed.ts';
import { readJson } from './read-json.ts';
import type { UiFile } from './ui-files.ts';

/** The header that carries a tab's secret. No cookie is ever set: cookies ignore ports, so every server on 127.0.0.1 would get it. */
export const SESSION_HEADER = 'x-sealwire-session';

/** What the answers to a browser are made from. */
export interface BrowserParts {
  readonly core: CoreFace;
  readonly sessions: BrowserSessions;
  readonly uiFile: (path: string, isPage: boolean) => UiFile | null;
  /** The port that is listened on, known once it is. */
  readonly port: () => number;
  readonly heartbeatMs: number;
}

/** A code is 43 characters; its JSON needs no more than this. */
const MOST_CODE_BYTES = 256;

/**
 * Answers one request: `POST /session` (code → secret), `POST /call/<procedure>`, `GET /pushes` (JSON lines, empty ones to keep the
 * connection alive) and the files of the interface. Errors are the same JSON as on the command line, with a fitting status.
 */
export function answerBrowser(parts: BrowserParts, request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  const refusal = whyRefused(
    { method: request.method ?? '', target: request.url ?? '', headers: request.headers },
    parts.port(),
  );
  if (refusal !== null) {
    if (refusal.status === 405) response.setHeader('allow', 'GET, HEAD, POST');
    sendError(response, fail('REQUEST_REFUSED', { why: refusal.why }), refusal.status);
    return;
  }
  route(parts, request, response).catch((error: unknown) => sendError(response, error));
}

async function route(parts: BrowserParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  if (request.method === 'POST') {
    if (path === '/session') return openSession(parts, request, response);
    if (path.startsWith('/call/')) return call(parts, path.slice('/call/'.length), request, response);
  } else {
    if (path === '/pushes' && request.method === 'GET') return pushes(parts, request, response);
    const file = parts.uiFile(decoded(path), (request.headers.accept ?? '').includes('text/html'));
    if (file !== null) return sendFile(request, response, file);
  }
  throw fail('NOT_FOUND', { what: 'address', id: path.slice(0, 80), fix: 'Open `/` instead.' });
}

async function openSession(parts: BrowserParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const code = ownField(await readJson(request, MOST_CODE_BYTES), 'code');
  const redeemed = parts.sessions.redeem(typeof code === 'string' ? code : '');
  if (redeemed.secret !== null) return sendJson(response, 200, { secret: redeemed.secret });
  if (redeemed.isTooOften) response.setHeader('retry-after', '60');
  sendError(response, fail('SESSION_REFUSED', { why: redeemed.why }), redeemed.isTooOften ? 429 : 401);
}

async function call(
  parts: BrowserParts,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  assertSession(parts, request);
  const reason = isProcedureName(name) ? NOT_FOR_BROWSERS[name] : undefined;
  if (reason !== undefined) throw fail('REQUEST_REFUSED', { why: `"${name}" is not offered to browsers: ${reason}.` });
  const input = await readJson(request, MOST_FRAME_BYTES);
  const answer = JSON.stringify(await dispatch(parts.core.handlers, name, input));
  if (Buffer.byteLength(answer) > MOST_FRAME_BYTES) throw fail('TOO_LARGE', { what: 'answer', limit: '16 MiB' });
  send(response, 200, 'application/json', answer);
}

/** The stream tells a reader that fell behind to ask for everything again, so it needs no numbering and no resuming. */
function pushes(parts: BrowserParts, request: IncomingMessage, response: ServerResponse): void {
  assertSession(parts, request);
  response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
  const stop = feedPushes(parts.core, response, (push) => `${JSON.stringify(push)}\n`);
  const heartbeat = setInterval(() => {
    if (!response.writableNeedDrain) response.write('\n');
  }, parts.heartbeatMs);
  response.once('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}

function assertSession(parts: BrowserParts, request: IncomingMessage): void {
  const secret = request.headers[SESSION_HEADER];
  if (typeof secret === 'string' && parts.sessions.isOpen(secret)) return;
  throw fail('SESSION_REFUSED', { why: 'This tab is not connected to the Sealwire that runs now.' });
}

/** A path that is not valid percent-encoding names no file. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw fail('REQUEST_REFUSED', { why: 'The address of this request cannot be read.' });
  }
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: UiFile): void {
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': file.bytes.length,
    'cache-control': file.cache,
  });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

/** The connection is closed as well: whoever was refused, or sent too much, has nothing more to say on it. */
function sendError(response: ServerResponse, thrown: unknown, status?: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const error = asSealwireError(thrown);
  response.setHeader('connection', 'close');
  sendJson(response, status ?? statusOf(error.code), { error: error.toShape() });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, 'application/json', JSON.stringify(body));
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(body);
}
