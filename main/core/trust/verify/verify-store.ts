import { join } from 'node:path';
import type { TrustCheck } from '../../../contract/index.ts';
import type { ServerIdentity } from '../../endpoint/ports.ts';
import { systemCode } from '../../host/disk-failed.ts';
import { lastWords } from '../store-failed.ts';
import { plainEnvironment, type Surroundings } from '../surroundings.ts';
import type { StoreReader } from '../trust-store.ts';
import { openHandshakeListener } from './handshake-listener.ts';

/** What programs are made to connect to: a certificate of the authority, and one of an authority that nobody trusts. */
export interface VerifyingIdentities {
  readonly own: Pick<ServerIdentity, 'chainPem' | 'keyPem'>;
  readonly stranger: Pick<ServerIdentity, 'chainPem' | 'keyPem'>;
  /** A name of both certificates that leads to this machine. */
  readonly hostName: string;
}

/** A browser's first start on a busy machine takes its time. */
const TIMEOUT_MS = 60_000;

/** Firefox stays on its error page for ever; others end by themselves within this time. */
const GRACE_MS = 5_000;

/**
 * Makes a program fetch a page from this machine twice: with a certificate of the authority, and with a stranger's. Trusting it means taking the one and
 * refusing the other; who takes both has verification off, and proves nothing.
 */
export async function verifyReader(
  around: Surroundings,
  reader: StoreReader,
  identities: VerifyingIdentities,
): Promise<TrustCheck> {
  const [client, own, stranger] = await Promise.all([
    named(around, reader),
    attempt(around, reader, identities.own, identities.hostName),
    attempt(around, reader, identities.stranger, identities.hostName),
  ]);
  const at = around.host.now().toISOString();
  const check = { client, program: reader.program, at };
  const unable = reader.whyUnable?.(client) ?? null;
  if (unable !== null) return { ...check, outcome: 'unclear', reason: unable };
  if (own.isAsked && stranger.isAsked)
    return {
      ...check,
      outcome: 'unclear',
      reason: 'It takes any certificate, because a setting switches its verification off, so this proves nothing.',
    };
  if (own.isAsked)
    return {
      ...check,
      outcome: 'verified',
      reason: `It finished a handshake with ${identities.hostName} on a certificate of the authority, and refused one of a stranger.`,
    };
  if (!own.isReached) return { ...check, outcome: 'unclear', reason: `It did not connect: ${own.words}` };
  const how = own.alert === null ? own.words : `it ended the handshake with the alert “${own.alert}”`;
  return { ...check, outcome: 'refused', reason: `It does not trust the authority: ${how}.` };
}

interface Attempt {
  readonly isAsked: boolean;
  readonly isReached: boolean;
  readonly alert: string | null;
  readonly words: string;
}

async function attempt(
  around: Surroundings,
  reader: StoreReader,
  identity: Pick<ServerIdentity, 'chainPem' | 'keyPem'>,
  hostName: string,
): Promise<Attempt> {
  const { host } = around;
  const listener = await openHandshakeListener(identity, hostName, host.randomBytes(16).toString('hex'));
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  listener.whenDecided(() => {
    timer = setTimeout(() => ending.abort(), GRACE_MS);
  });
  const folder = join(around.folder, `check-${host.randomBytes(6).toString('hex')}`);
  try {
    host.disk.makeFolder(folder, 0o700);
    const { args, env } = reader.fetch(listener.url, folder);
    const options = {
      cwd: folder,
      env: plainEnvironment({ ...host.env, ...WITHOUT_PROXIES, ...env }),
      timeoutMs: TIMEOUT_MS,
      signal: ending.signal,
    };
    const result = await around.run(reader.program, args, options);
    const words = lastWords(result).replace(/\.$/, '');
    return { isAsked: listener.wasAsked(), isReached: listener.wasReached(), alert: listener.alert(), words };
  } finally {
    clearTimeout(timer);
    await listener.close();
    removeQuietly(around, folder);
  }
}

/** Removes the folders of tries that were cut short. */
export function sweepTries(around: Surroundings): void {
  const names = around.host.disk.list(around.folder).filter((name) => /^check-[0-9a-f]{12}$/.test(name));
  for (const name of names) removeQuietly(around, join(around.folder, name));
}

/** A browser that was ended may write a moment longer (ENOTEMPTY); what is left goes before the next try. */
function removeQuietly({ host }: Surroundings, folder: string): void {
  try {
    host.disk.remove(folder);
  } catch (error) {
    if (systemCode(error) !== 'ENOTEMPTY') throw error;
  }
}

/** The page is on this machine, wherever the person's proxies are. */
const WITHOUT_PROXIES = Object.fromEntries(
  ['http_proxy', 'https_proxy', 'all_proxy'].flatMap((name) => [
    [name, undefined],
    [name.toUpperCase(), undefined],
  ]),
);

/** `curl 7.88.1`: the first number in what it says of its version. */
async function named(around: Surroundings, { client, program, versionArgs }: StoreReader): Promise<string> {
  if (versionArgs === null) return client;
  const { stdout, stderr } = await around.run(program, versionArgs, { timeoutMs: TIMEOUT_MS });
  const version = /\d+(?:\.\d+)+/.exec(`${stdout} ${stderr}`)?.[0];
  return version === undefined ? client : `${client} ${version}`;
}
