import type { TimelineEntry } from '../../contract/index.ts';
import type { AuthVerdict, Fact } from './facts.ts';
import { shortText } from './short-text.ts';
import { alertWords, countWords, listWords, socketWords, tlsWords } from './words.ts';

/** How the real server's log begins about a body whose compression it cannot begin to undo; to an export it then answers 200 all the same. */
const UNDECODED = 'failed to decode request body: ';

type Line = Pick<TimelineEntry, 'phase' | 'state' | 'title' | 'detail'>;

/** What happened on a connection, one line a fact, in the order in which it was observed. */
export function timelineOf(facts: readonly Fact[]): TimelineEntry[] {
  const startMs = facts.find(({ kind }) => kind === 'accepted')?.atMs ?? facts[0]?.atMs ?? 0;
  return facts.map((fact) => ({
    at: new Date(fact.atMs).toISOString(),
    offsetMs: Math.max(0, fact.atMs - startMs),
    ...lineOf(fact),
  }));
}

function lineOf(fact: Fact): Line {
  switch (fact.kind) {
    case 'accepted':
      return line('tcp', 'ok', 'Connection accepted', `${socketWords(fact.remote)} → ${socketWords(fact.local)}`);
    case 'owner':
      return line('tcp', 'note', `Process ${fact.owner.pid}`, fact.owner.command);
    case 'plain-http':
      return line('tls', 'failed', 'Plain HTTP instead of TLS', shortText(fact.requestLine));
    case 'not-tls':
      return line('tls', 'failed', 'Neither TLS nor HTTP', '');
    case 'hello':
      return line('tls', 'note', 'Client hello', helloWords(fact));
    case 'secured':
      return line('tls', 'ok', 'Handshake finished', `${tlsWords(fact.version)}, ${fact.cipher}`);
    case 'silent':
      return line('tls', 'note', 'Nothing is said', 'the connection is open, and no request came after the handshake');
    case 'tls-failed':
      return line('tls', 'failed', 'Handshake failed', failureWords(fact));
    case 'request':
      return line('http', 'ok', shortText(`${fact.method} ${fact.path}`), shortText(fact.userAgent ?? 'no User-Agent'));
    case 'authenticated':
      return authLine(fact.verdict);
    case 'metadata': {
      const { agent, service, environment } = fact.metadata;
      const where = environment === null ? '' : ` in ${environment}`;
      return line('decode', 'ok', 'Metadata', shortText(`${agent.name} ${agent.version}, ${service}${where}`));
    }
    case 'stored':
      return line('decode', 'ok', 'Stored', countWords(fact.counts));
    case 'configured': {
      const { reached, names, etag } = fact;
      const title = reached === 'sent' ? 'Central configuration sent' : 'Central configuration confirmed by its tag';
      return line('decode', 'ok', title, shortText(`${names.join(', ')} (${etag.slice(0, 8)})`));
    }
    case 'rejected':
      return line('decode', 'failed', refusalTitle(fact), shortText(fact.errors.join('; '), 300));
    case 'response':
      return line('http', fact.status < 400 ? 'ok' : 'failed', `Answered ${fact.status}`, shortText(fact.body ?? ''));
    case 'closed':
      return line('end', 'note', 'Connection closed', closedWords(fact));
  }
}

function line(phase: Line['phase'], state: Line['state'], title: string, detail: string): Line {
  return { phase, state, title, detail };
}

function helloWords({ sni, alpn, versions }: Extract<Fact, { kind: 'hello' }>): string {
  const name = sni === null ? 'no server name' : `server name ${shortText(sni, 80)}`;
  const offered = versions.length === 0 ? '' : `, offers ${listWords(versions.map(tlsWords))}`;
  return `${name}${offered}${alpn.length === 0 ? '' : `, ALPN ${shortText(alpn.join(', '), 60)}`}`;
}

function failureWords({ alert, by, how, code, clientCertificate }: Extract<Fact, { kind: 'tls-failed' }>): string {
  const who = by === 'client' ? 'the client' : 'the endpoint';
  const ended = {
    alert: `${who} sent ${alert === null ? 'an alert' : `"${alertWords(alert)}"`}`,
    reset: 'the client reset the connection',
    closed: 'the client closed the connection',
    timeout: 'the client went silent',
  }[how];
  const about =
    clientCertificate === undefined ? '' : ` to the certificate of "${shortText(clientCertificate.subject, 60)}"`;
  return `${ended}${about}${code === null ? '' : ` (${code})`}`;
}

function refusalTitle({ status, grpcStatus, errors }: Extract<Fact, { kind: 'rejected' }>): string {
  if (grpcStatus !== undefined) return `Refused with gRPC status ${grpcStatus}`;
  if (status >= 400) return `Refused with ${status}`;
  return errors[0]?.startsWith(UNDECODED) === true ? 'Lost, though answered as taken' : 'Refused in the preflight';
}

function authLine(verdict: AuthVerdict): Line {
  switch (verdict.result) {
    case 'accepted':
      return line('auth', 'ok', 'Secret token matched', verdict.state === 'retiring' ? 'a retiring token' : '');
    case 'not-needed':
      return line('auth', 'note', 'No token is asked for', '');
    case 'anonymous':
      return line('auth', 'note', 'No credentials', 'let in as browsers are, by the names in the metadata');
    case 'unverifiable':
      return line('auth', 'failed', 'API key', 'only Elasticsearch can check it, and there is none here');
    case 'missing':
      return line('auth', 'failed', 'No secret token', '');
    case 'refused':
      return line('auth', 'failed', 'Wrong secret token', verdict.hint === null ? '' : `hint: ${verdict.hint}`);
  }
}

function closedWords({ bytesRead, error }: Extract<Fact, { kind: 'closed' }>): string {
  const read = `${bytesRead} ${bytesRead === 1 ? 'byte' : 'bytes'} read`;
  return error === null ? read : `${read}, ${shortText(error)}`;
}
