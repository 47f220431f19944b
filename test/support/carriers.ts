import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Client } from '../../main/contract/index.ts';
import type { Folders } from '../../main/core/host/folders.ts';
import type { Host } from '../../main/core/host/host.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { type BrowserCarrier, type BrowserLimits, serveBrowser } from '../../main/transport/browser-carrier.ts';
import { connectControl } from '../../main/transport/control-client.ts';
import { type ControlSocket, serveControlSocket } from '../../main/transport/control-server.ts';
import type { CoreFace } from '../../main/transport/core-face.ts';
import { announceInstance } from '../../main/transport/instance-file.ts';
import { localClient } from '../../main/transport/local-client.ts';
import { httpClient, redeem } from './http-client.ts';
import { ipcClient } from './ipc-client.ts';
import { tempHome } from './temp-home.ts';

/** A way from a client to a core. `isRemote` tells whether bytes travel. */
export interface CarrierUnderTest {
  readonly title: string;
  readonly isRemote: boolean;
  connect(core: CoreFace): Promise<Client>;
}

/** Every carrier there is; what is opened closes with the test. */
export const CARRIERS: readonly CarrierUnderTest[] = [
  {
    title: 'in process',
    isRemote: false,
    connect: async (core) => closing(localClient(core)),
  },
  {
    title: 'control socket',
    isRemote: true,
    connect: async (core) => (await controlled(core)).client,
  },
  {
    title: 'loopback HTTP',
    isRemote: true,
    connect: async (core) => {
      const carrier = await served(core);
      const link = carrier.newLink();
      return closing(httpClient(new URL(link).origin, await redeem(link)));
    },
  },
  {
    title: 'Electron IPC',
    isRemote: true,
    connect: async (core) => closing(await ipcClient((await controlled(core)).folders)),
  },
];

/** A control socket in a home of its own, announced, and a client of it. */
export async function controlled(
  core: CoreFace,
  folders: Folders = tempHome(),
  proofWithinMs = 5_000,
): Promise<{ folders: Folders; server: ControlSocket; client: Client }> {
  const server = await listening(core, folders, proofWithinMs);
  const client = await connectControl(folders, realHost());
  if (client === null) throw new Error('nobody is there');
  return { folders, server, client: closing(client) };
}

/** The server alone, announced. */
export async function listening(
  core: CoreFace,
  folders: Folders,
  proofWithinMs = 5_000,
  host: Host = realHost(),
): Promise<ControlSocket> {
  const server = await serveControlSocket({ core, folders, host, proofWithinMs });
  announceInstance(folders, host, { socket: server.address, version: '0.1.0', ui: null });
  onTestFinished(() => server.close());
  return server;
}

/** The browser's carrier over a small built interface: an index, a hashed script, an icon. */
export async function served(
  core: CoreFace,
  options: { readonly limits?: Partial<BrowserLimits>; readonly now?: () => Date; readonly port?: number } = {},
): Promise<BrowserCarrier> {
  const { now, limits = {}, port = 0 } = options;
  const uiFolder = join(tempHome().home, 'ui');
  mkdirSync(join(uiFolder, 'assets'), { recursive: true });
  writeFileSync(join(uiFolder, '..', 'secret.txt'), 'outside');
  writeFileSync(join(uiFolder, 'index.html'), '<!doctype html><title>Sealwire</title><div id="root"></div>');
  writeFileSync(join(uiFolder, 'assets', 'index-B1a2c3.js'), 'export const started = true;\n');
  writeFileSync(join(uiFolder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const host = { ...realHost(), ...(now === undefined ? {} : { now }) };
  const carrier = await serveBrowser({ core, uiFolder, host, port, limits });
  onTestFinished(() => carrier.close());
  return carrier;
}

function closing(client: Client): Client {
  onTestFinished(() => client.close());
  return client;
}
