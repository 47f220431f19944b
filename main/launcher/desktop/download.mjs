import { createWriteStream } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream/promises';

/** How long a download may take until its first byte is there: name, proxy, handshake and redirects included. */
export const FIRST_BYTE_MS = 10_000;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 5;

/** A download that did not come; its message completes "could not be fetched, because …". */
export class DownloadFailure extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = 'DownloadFailure';
  }
}

/**
 * Writes what `url` holds to the file `target`. `onProgress(received, total)` gets bytes, `total` being null where the server does not say. Once the first
 * byte is there, no time limit applies. A proxy is taken from HTTPS_PROXY, HTTP_PROXY and NO_PROXY, or from npm's settings, where this Node can (22.21,
 * 24.5 and later); SOCKS proxies and PAC files are not supported.
 */
export async function download(url, target, { firstByteMs = FIRST_BYTE_MS, onProgress = () => {} } = {}) {
  const stop = new AbortController();
  const host = new URL(url).host;
  const late = new DownloadFailure(`${host} sent nothing within ${firstByteMs / 1000} seconds`);
  const timer = setTimeout(() => stop.abort(late), firstByteMs);
  let received = 0;
  let total = null;
  try {
    const response = await requestFollowing(url, stop.signal);
    total = Number(response.headers['content-length'] ?? Number.NaN) || null;
    await pipeline(response, counting, createWriteStream(target), { signal: stop.signal });
  } catch (error) {
    if (stop.signal.aborted) throw late;
    if (error instanceof DownloadFailure || error.syscall === 'write' || error.syscall === 'open') throw error;
    throw received === 0 ? refused(host, error) : brokenOff(host, received, total, error);
  } finally {
    clearTimeout(timer);
  }

  async function* counting(chunks) {
    for await (const chunk of chunks) {
      clearTimeout(timer);
      received += chunk.length;
      onProgress(received, total);
      yield chunk;
    }
  }
}

async function requestFollowing(url, signal) {
  let at = new URL(url);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const response = await request(at, signal);
    if (response.statusCode === 200) return response;
    response.resume();
    const { location } = response.headers;
    if (!REDIRECTS.has(response.statusCode) || location === undefined) {
      throw new DownloadFailure(`${at.host} answered ${response.statusCode}`);
    }
    at = new URL(location, at);
  }
  throw new DownloadFailure(`${at.host} redirects without an end`);
}

function request(url, signal) {
  const { request: start, Agent } = url.protocol === 'http:' ? http : https;
  return new Promise((resolve, reject) => {
    const asked = start(url, {
      agent: new Agent({ proxyEnv: proxyEnvironment(process.env) }),
      headers: { 'user-agent': 'sealwire' },
      signal,
    });
    asked.on('response', resolve);
    asked.on('error', reject);
    asked.end();
  });
}

/** npm hands its own proxy settings to what it starts, under names that Node does not know. */
function proxyEnvironment(env) {
  const proxy = env.npm_config_https_proxy || env.npm_config_proxy;
  return {
    ...(proxy ? { HTTPS_PROXY: proxy } : {}),
    ...(env.npm_config_noproxy ? { NO_PROXY: env.npm_config_noproxy } : {}),
    ...env,
  };
}

function refused(host, cause) {
  const code = String(cause.code ?? cause.message);
  if (/ENOTFOUND|EAI_AGAIN/.test(code)) return new DownloadFailure(`${host} cannot be found from here`, { cause });
  if (/ECONNREFUSED/.test(code)) return new DownloadFailure(`${host} refused the connection`, { cause });
  if (/ENETUNREACH|EHOSTUNREACH|ETIMEDOUT/.test(code)) {
    return new DownloadFailure(`${host} cannot be reached from here`, { cause });
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO/.test(code)) {
    return new DownloadFailure(`the certificate of ${host}, or of a proxy before it, is not trusted here (${code})`, {
      cause,
    });
  }
  return new DownloadFailure(`${host} broke the connection off (${code})`, { cause });
}

function brokenOff(host, received, total, cause) {
  const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
  const whole = total === null ? '' : ` of ${megabytes(total)}`;
  return new DownloadFailure(`${host} broke the download off after ${megabytes(received)}${whole} MB`, { cause });
}
