import type { IncomingMessage } from 'node:http';
import { splitTarget } from './clean-path.ts';
import { hasBrokenEscape } from './escaped-path.ts';
import type { Wire } from './reply.ts';

/** What net/http sends for a head that it will not take: no JSON, no date, no length, and the connection ends (reference A0 rule 14). */
export interface HeadProblem {
  readonly status: number;
  /** The rest of the status line; the body repeats it after the status. */
  readonly reason: string;
}

const MALFORMED: HeadProblem = { status: 400, reason: 'Bad Request' };
const UNKNOWN_VERSION: HeadProblem = {
  status: 505,
  reason: 'HTTP Version Not Supported: unsupported protocol version',
};

/** Characters that net/http allows in a Host header, which is more than a host may have. */
const HOST = /^[A-Za-z0-9!$%&'()*+,\-.:;=[\]_~]*$/;

/** What is wrong with the head of a request that was parsed, or null. The one transfer coding there is, is `chunked`. */
export function headProblem({ httpVersion, headers, headersDistinct, url }: IncomingMessage): HeadProblem | null {
  if (hasBrokenEscape(splitTarget(url ?? '').path)) return MALFORMED;
  if (httpVersion === '0.9') return MALFORMED;
  if (httpVersion !== '1.0' && httpVersion !== '1.1') return UNKNOWN_VERSION;
  const coding = headers['transfer-encoding'];
  if (coding !== undefined && coding.toLowerCase() !== 'chunked') return { status: 501, reason: 'Not Implemented' };
  const hosts = headersDistinct.host ?? [];
  if (hosts.length === 0) return httpVersion === '1.1' ? badRequest('missing required Host header') : null;
  if (hosts.length > 1) return MALFORMED;
  return HOST.test(hosts[0] ?? '') ? null : badRequest('malformed Host header');
}

/** What to say about a head that could not be parsed, by the error of Node's parser. */
export function parseProblem({
  code,
  rawPacket,
}: {
  readonly code?: string;
  readonly rawPacket?: Buffer;
}): HeadProblem {
  if (code === 'HPE_HEADER_OVERFLOW') return { status: 431, reason: 'Request Header Fields Too Large' };
  const isVersion = /^[^\n]* HTTP\/\d\.\d\r?\n/.test(rawPacket?.toString('latin1') ?? '');
  return code === 'HPE_INVALID_VERSION' && isVersion ? UNKNOWN_VERSION : MALFORMED;
}

/** The body that goes with it. */
export function problemText({ status, reason }: HeadProblem): string {
  return status === 501 ? 'Unsupported transfer encoding' : `${status} ${reason}`;
}

/** The answer in the form of all others. */
export function problemWire(problem: HeadProblem): Wire {
  return {
    status: problem.status,
    reason: problem.reason,
    headers: [['Content-Type', 'text/plain; charset=utf-8']],
    framing: null,
    body: problemText(problem),
  };
}

function badRequest(text: string): HeadProblem {
  return { status: 400, reason: `Bad Request: ${text}` };
}
