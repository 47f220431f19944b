import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { fail } from '../contract/index.ts';
import { writeAtomically } from '../core/host/atomic-write.ts';
import type { Folders } from '../core/host/folders.ts';
import type { Host } from '../core/host/host.ts';
import { controlAddress, removeShortFolder } from './control-address.ts';
import { converse } from './control-conversation.ts';
import type { CoreFace } from './core-face.ts';
import { instanceKey, KEY_BYTES } from './proof.ts';
import { prepareRunFolder, runFilesOf } from './run-folder.ts';

/** Connections that may be open at once; a person has a handful. */
const MOST_CONNECTIONS = 256;

/** How long a connection may take to prove itself. */
const PROOF_WITHIN_MS = 5_000;

/** How long the last answers may take to leave; a client that does not read them loses them. */
const LAST_WORDS_MS = 500;

export interface ControlSocket {
  /** Path of the Unix socket, or name of the Windows pipe; `announceInstance` is to be told. */
  readonly address: string;
  /** Ends every conversation and takes socket and key away. */
  close(): Promise<void>;
}

/**
 * Offers a core on the control socket, under a key made for this start. Whoever holds the instance lock calls it, and announces the
 * instance afterwards. Rejects with `PATH_UNSAFE` where `run/` or the socket's place is not ours alone.
 */
export async function serveControlSocket(options: {
  readonly core: CoreFace;
  readonly folders: Pick<Folders, 'run'>;
  readonly host: Host;
  readonly proofWithinMs?: number;
}): Promise<ControlSocket> {
  const { core, folders, host, proofWithinMs = PROOF_WITHIN_MS } = options;
  const files = runFilesOf(folders);
  prepareRunFolder(host, files.folder);
  const bytes = host.randomBytes(KEY_BYTES);
  writeAtomically(host, files.key, bytes);
  const key = instanceKey(bytes);
  bytes.fill(0);

  const address = controlAddress(host, files.socket);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    converse(socket, { core, key, address, newNonce: () => host.randomBytes(32).toString('base64url'), proofWithinMs });
  });
  server.maxConnections = MOST_CONNECTIONS;
  await listenPrivately(server, host, address);

  return {
    address,
    close: async () => {
      // First the key: a client that is cut off now finds it gone, and knows that this instance ends.
      host.disk.remove(files.key);
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroySoon();
      const patience = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, LAST_WORDS_MS);
      await closed;
      clearTimeout(patience);
      removeShortFolder(host, address);
    },
  };
}

/** A socket that a killed instance, or a squatter, left at our path goes first: the folder is ours alone and so is its name. */
async function listenPrivately(server: Server, host: Host, address: string): Promise<void> {
  if (host.platform !== 'win32') {
    if (host.disk.facts(address)?.isFolder === true) {
      throw fail('PATH_UNSAFE', {
        path: address,
        why: 'a folder stands where the control socket belongs',
        fix: 'Move that folder away and run `sealwire up` again.',
      });
    }
    host.disk.remove(address);
  }
  server.listen(address);
  await once(server, 'listening');
  if (host.platform !== 'win32') host.disk.setMode(address, 0o600);
}
