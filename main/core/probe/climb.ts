import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { connect, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { LadderStep, Step } from '../../contract/index.ts';
import { shortText } from '../evidence/short-text.ts';
import { addressWords, tlsWords } from '../evidence/words.ts';
import { probeEvents } from './probe-events.ts';
import type { ProbeRequest } from './probe-request.ts';

type Tell = (rung: LadderStep) => void;

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Codes by which Node.js says that it would not trust a certificate, in words. */
const DISTRUST: Readonly<Record<string, string>> = {
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate is not from the authority that is trusted here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the certificate is not from the authority that is trusted here',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate is not from the authority that is trusted here',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is its own authority, which is not trusted here',
  CERT_SIGNATURE_FAILURE: 'the certificate is not from the authority that is trusted here',
  CERT_HAS_EXPIRED: 'the certificate has expired',
  CERT_NOT_YET_VALID: 'the certificate is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate does not cover this name',
};

/**
 * Climbs the six rungs as an agent does: TCP, TLS with the authority verified, `GET /`, then one intake request with a transaction and a span.
 * Tells each rung as soon as it is known and ends at the first that fails; it never throws and never sends the token to a server it does not trust.
 */
export async function climb(probe: ProbeRequest, tell: Tell): Promise<void> {
  const say = (step: Step, state: LadderStep['state'], evidence: string): void =>
    tell({ step, state, at: new Date().toISOString(), evidence: shortText(evidence, 200) });
  const url = readUrl(probe.url);
  if (url === null) return say('reached', 'failed', `"${probe.url}" is not a URL that begins with https://`);
  if (url.protocol !== 'https:') return climbWithoutTls(url, probe.timeoutMs, say);
  const ca = readAuthority(probe.caPath);
  if (ca === null) return say('trusted', 'failed', `the CA file ${probe.caPath} cannot be read`);

  const agent = new Agent({ keepAlive: true, maxSockets: 1, rejectUnauthorized: true, ca });
  try {
    const ask = (method: string, path: string, body: string | null): Promise<Answer> =>
      exchange(probe, { agent, url: at(url, path), method, body, say });
    const root = await ask('GET', '/', null);
    if (!judgeRoot(root, probe.token !== null, say)) return;
    const events = probeEvents(probe, Date.now(), (bytes) => randomBytes(bytes).toString('hex'));
    judgeIntake(await ask('POST', '/intake/v2/events?verbose', events), probe, say);
  } catch (error) {
    const { step, evidence } = error instanceof Fall ? error : new Fall('authorised', String(error));
    say(step, 'failed', evidence);
  } finally {
    agent.destroy();
  }
}

/** The rung at which a request ended, and why. */
class Fall extends Error {
  readonly step: Step;
  readonly evidence: string;

  constructor(step: Step, evidence: string) {
    super(evidence);
    this.step = step;
    this.evidence = evidence;
  }
}

type Say = (step: Step, state: LadderStep['state'], evidence: string) => void;

interface Ask {
  readonly agent: Agent;
  readonly url: URL;
  readonly method: string;
  readonly body: string | null;
  readonly say: Say;
}

/** One request on the one connection; the rungs of the connection are told while it is made. */
function exchange(probe: ProbeRequest, { agent, url, method, body, say }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let step: Step = 'reached';
    const client = httpsRequest(url, {
      agent,
      method,
      timeout: probe.timeoutMs,
      headers: {
        'User-Agent': `sealwire-probe/${probe.version} (${probe.service})`,
        ...(probe.token === null ? {} : { Authorization: `Bearer ${probe.token}` }),
        ...(body === null ? {} : { 'Content-Type': 'application/x-ndjson', 'Content-Length': Buffer.byteLength(body) }),
      },
    });
    client.on('socket', (socket) => {
      if (client.reusedSocket || !(socket instanceof TLSSocket)) {
        step = 'identified';
        return;
      }
      socket.once('connect', () => {
        step = 'encrypted';
        say('reached', 'ok', reachedWords(socket));
      });
      socket.once('secureConnect', () => {
        step = 'authorised';
        say('encrypted', 'ok', `${tlsWords(socket.getProtocol() ?? 'TLS')}, ${socket.getCipher().name}`);
        say(
          'trusted',
          'ok',
          `verified for ${url.hostname}: ${socket.getPeerCertificate().issuer?.CN ?? 'issuer without a name'}`,
        );
      });
    });
    client.on('timeout', () => client.destroy(new Error(`no answer within ${probe.timeoutMs / 1000} s`)));
    client.on('error', (error: NodeJS.ErrnoException) => reject(fallOf(error, step, url, say)));
    client.on('response', (response) => {
      readBody(response).then((text) => resolve({ status: response.statusCode ?? 0, body: text }), reject);
    });
    client.end(body ?? undefined);
  });
}

/** Where and why: a certificate that is not trusted is only found out once the handshake has agreed on everything else. */
function fallOf(error: NodeJS.ErrnoException, step: Step, url: URL, say: Say): Fall {
  const code = error.code ?? '';
  const distrust = DISTRUST[code];
  if (distrust !== undefined) {
    say('encrypted', 'ok', 'the handshake got as far as the certificate');
    return new Fall('trusted', `${distrust} (${code})`);
  }
  const unreached = unreachedWords(code, url);
  if (unreached !== null) return new Fall('reached', unreached);
  if (step === 'encrypted' && /wrong version number|packet length too long/i.test(error.message)) {
    return new Fall(step, 'the server does not speak TLS on this port');
  }
  return new Fall(step, code === '' || error.message.includes(code) ? error.message : `${error.message} (${code})`);
}

/** Why no connection came about, or null where `code` tells of something later. */
function unreachedWords(code: string, { host, hostname }: URL): string | null {
  if (code === 'ECONNREFUSED') return `nothing listens on ${host} (${code})`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `the name ${hostname} has no address (${code})`;
  return null;
}

/** `GET /` answers 200 to everybody, but with a body only to those it lets in (reference/intake-protocol.md A3). */
function judgeRoot({ status, body }: Answer, hasToken: boolean, say: Say): boolean {
  if (status === 200 && body.trim() !== '') {
    if (hasToken) say('authorised', 'ok', 'the server told its version, so the secret token matched');
    else say('authorised', 'n/a', 'the server asks for no token');
    return true;
  }
  const why = hasToken ? 'the secret token did not match' : 'a secret token is asked for and none was given';
  if (status === 200 || status === 401)
    say('authorised', 'failed', `GET / answered ${status} without a version: ${why}`);
  else say('authorised', 'failed', `GET / answered ${status}; this may not be an APM Server`);
  return false;
}

function judgeIntake({ status, body }: Answer, { service, version }: ProbeRequest, say: Say): void {
  if (status === 202) {
    say('identified', 'ok', `sealwire-probe ${version}, ${service}`);
    say('reporting', 'ok', `1 transaction, 1 span accepted with ${status}`);
    return;
  }
  const isRefused = status === 401 || status === 403;
  say(
    isRefused ? 'authorised' : 'identified',
    'failed',
    `POST /intake/v2/events answered ${status}: ${body || 'no body'}`,
  );
}

/** An `http://` server is reached, but nothing more can be said for it. */
function climbWithoutTls(url: URL, timeoutMs: number, say: Say): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ host: hostOf(url), port: Number(url.port === '' ? 80 : url.port), timeout: timeoutMs });
    const end = (step: Step, evidence: string): void => {
      socket.destroy();
      say(step, 'failed', evidence);
      resolve();
    };
    socket.once('connect', () => {
      say('reached', 'ok', reachedWords(socket));
      end('encrypted', 'the URL begins with http://, so nothing would be encrypted');
    });
    socket.once('timeout', () => end('reached', `no answer within ${timeoutMs / 1000} s`));
    socket.once('error', (error: NodeJS.ErrnoException) =>
      end('reached', unreachedWords(error.code ?? '', url) ?? `${error.code ?? error.message} at ${url.host}`),
    );
  });
}

function reachedWords({ localAddress, remoteAddress, remotePort }: Socket): string {
  return `${addressWords(localAddress ?? '')} → ${addressWords(remoteAddress ?? '')} port ${remotePort ?? ''}`;
}

function readUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null;
}

/** `undefined` stands for the authorities that Node.js trusts by itself, null for a file that cannot be read. */
function readAuthority(path: string | null): Buffer | undefined | null {
  if (path === null) return undefined;
  try {
    return readFileSync(path);
  } catch {
    // Missing or not readable; the rung says so by name.
    return null;
  }
}

/** A path below the one of the server URL, as agents join them. */
function at(url: URL, path: string): URL {
  return new URL(`${url.pathname.replace(/\/+$/, '')}${path}`, url);
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

async function readBody(response: IncomingMessage): Promise<string> {
  response.setEncoding('utf8');
  let text = '';
  for await (const chunk of response) text = `${text}${chunk}`.slice(0, 4096);
  return text;
}
