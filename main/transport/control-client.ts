import type { KeyObject } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { fail, type SealwireError } from '../contract/errors.ts';
import type { Folders } from '../core/host/folders.ts';
import type { Host } from '../core/host/host.ts';
import { type ControlClient, callOverSocket } from './control-calls.ts';
import { frameOf, frameReader } from './frames.ts';
import { type Instance, readInstance } from './instance-file.ts';
import { ownField } from './own-field.ts';
import { instanceKey, isNonce, isProof, KEY_BYTES, proofOf } from './proof.ts';
import { assertPrivate, runFilesOf } from './run-folder.ts';

/** How long an instance may take to accept the connection and prove itself. */
const PROOF_WITHIN_MS = 5_000;

/** The server's nonce and proof are 110 bytes. */
const MOST_PROOF_BYTES = 256;

type ClientHost = Pick<Host, 'disk' | 'platform' | 'userId' | 'randomBytes'>;

/**
 * Connects to the instance that runs for this home, or resolves to null where nobody is there. Nothing but a random number is said before
 * the other side has proven that it knows this start's key: `INSTANCE_UNPROVEN` otherwise; `INSTANCE_UNREACHABLE` where it does not
 * answer, `PATH_UNSAFE` where somebody else could have put the files there. It imports nothing heavy, because the command line starts
 * with it.
 */
export async function connectControl(
  folders: Pick<Folders, 'home' | 'run'>,
  host: ClientHost,
  { proofWithinMs = PROOF_WITHIN_MS }: { readonly proofWithinMs?: number } = {},
): Promise<ControlClient | null> {
  const files = runFilesOf(folders);
  assertPrivate(host, files.folder);
  const instance = readInstance(folders, host);
  if (instance === null) return null;
  assertPrivate(host, files.key);
  const key = host.disk.read(files.key);
  // An instance that is just ending has taken its key away.
  if (key === null || key.length !== KEY_BYTES) return null;
  assertPrivate(host, instance.socket);

  try {
    const socket = await dial(instance, folders.home);
    if (socket === null) return null;
    await exchangeProofs(socket, instanceKey(key), { instance, home: folders.home, host, proofWithinMs });
    return callOverSocket(socket);
  } catch (error) {
    // The instance whose key was read ended meanwhile, or another took its place: then that one is asked, with its own key.
    const isSame = host.disk.read(files.key)?.equals(key) === true;
    if (isSame) throw error;
    return connectControl(folders, host, { proofWithinMs });
  }
}

/** Null where a killed instance left its file behind: no socket there, or one that nobody listens on. */
function dial(instance: Instance, home: string): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(instance.socket);
    socket.once('connect', () => resolve(socket));
    // Stays for the life of the socket; after the connection, 'close' tells the rest.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null);
      else reject(unreachable(instance, home, error.message));
    });
  });
}

/** Resolves once the server has proven itself and our own proof is on its way. */
function exchangeProofs(
  socket: Socket,
  key: KeyObject,
  known: {
    readonly instance: Instance;
    readonly home: string;
    readonly host: ClientHost;
    readonly proofWithinMs: number;
  },
): Promise<void> {
  const { instance, home, proofWithinMs } = known;
  const address = instance.socket;
  const clientNonce = known.host.randomBytes(32).toString('base64url');
  const read = frameReader(() => MOST_PROOF_BYTES);

  return new Promise((resolve, reject) => {
    const settle = (error: SealwireError | null): void => {
      clearTimeout(deadline);
      socket.off('data', judge).off('close', hangUp);
      if (error === null) {
        socket.pause();
        resolve();
      } else {
        socket.destroy();
        reject(error);
      }
    };
    const silence = unreachable(instance, home, `it said nothing for ${proofWithinMs / 1000} s`);
    const deadline = setTimeout(() => settle(silence), proofWithinMs);
    const hangUp = (): void => settle(unreachable(instance, home, 'it hung up'));
    const judge = (chunk: Buffer): void => {
      try {
        const [message] = read(chunk);
        if (message === undefined) return;
        const serverNonce = ownField(message, 'nonce');
        if (!isNonce(serverNonce)) throw new TypeError('no nonce');
        const expected = proofOf(key, 'server', address, clientNonce, serverNonce);
        if (!isProof(ownField(message, 'proof'), expected)) throw new TypeError('no proof');
        socket.write(frameOf({ proof: proofOf(key, 'client', address, clientNonce, serverNonce) }) ?? '');
        settle(null);
      } catch {
        // Whatever it sent, it was not the proof.
        settle(fail('INSTANCE_UNPROVEN', { path: address }));
      }
    };
    socket.on('data', judge);
    socket.on('close', hangUp);
    socket.write(frameOf({ nonce: clientNonce }) ?? '');
  });
}

function unreachable(instance: Instance, home: string, why: string): SealwireError {
  return fail('INSTANCE_UNREACHABLE', { pid: instance.pid, home, why });
}
