import type { Client } from '../../contract/client.ts';
import { type CoreOptions, createCore } from '../../core/core.ts';
import type { EndpointOverrides } from '../../core/procedures/endpoint-control.ts';
import type { ServerFile } from '../../core/server/read-server-file.ts';
import { type BrowserCarrier, serveBrowser } from '../../transport/browser-carrier.ts';
import { serveControlSocket } from '../../transport/control-server.ts';
import { announceInstance } from '../../transport/instance-file.ts';
import type { InstanceLock } from '../../transport/instance-lock.ts';
import { localClient } from '../../transport/local-client.ts';
import type { CommandContext } from '../command.ts';

/** What a new instance is to be. */
export interface InstanceOptions {
  readonly workspace: string;
  readonly endpoint: EndpointOverrides;
  readonly serverFile?: ServerFile | undefined;
  readonly relay?: CoreOptions['relay'];
  /** Port of the browser interface, 0 for any; null serves none. */
  readonly uiPort: number | null;
  readonly isInteractive: boolean;
}

/** The one instance of its home, in this process. */
export interface Instance {
  readonly client: Client;
  readonly uiPort: number | null;
  /** A fresh link to the interface, or null where none is served. */
  newLink(): string | null;
  /** Resolves when somebody asked the instance to stop (`sealwire stop`, the interface). */
  readonly askedToStop: Promise<void>;
  /** Tells everybody on this home where it is; until then, another start waits for it. */
  announce(): void;
  /** Lets what is being stored be stored, tells every listener, and gives the lock back last. */
  close(): Promise<void>;
}

/**
 * Composes core and carriers under a lock that is held already. Where a part cannot start, those before it are closed again; the lock goes with them.
 */
export async function startInstance(
  lock: InstanceLock,
  { host, folders, program }: Pick<CommandContext, 'host' | 'folders' | 'program'>,
  options: InstanceOptions,
): Promise<Instance> {
  const closers: (() => unknown)[] = [() => lock.close()];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  let browser: BrowserCarrier | null = null;
  let stop = (): void => undefined;
  const askedToStop = new Promise<void>((resolve) => {
    stop = resolve;
  });

  try {
    const newLink = (): string | null => browser?.newLink() ?? null;
    const core = await createCore({
      host,
      folders,
      workspace: options.workspace,
      facts: {
        version: program.version,
        home: folders.home,
        startedIn: program.workingFolder,
        command: program.command,
        script: program.script,
      },
      control: { stop, link: newLink },
      endpoint: options.endpoint,
      serverFile: options.serverFile,
      relay: options.relay,
      isInteractive: options.isInteractive,
    });
    const socket = await serveControlSocket({ core, folders, host });
    closers.push(() => socket.close());
    if (options.uiPort !== null) {
      const served = await serveBrowser({ core, uiFolder: program.interfaceFolder, host, port: options.uiPort });
      browser = served;
      closers.push(() => served.close());
    }
    // The carriers outlive the core by a moment: its last push, "stopping", travels on them.
    closers.push(() => core.close());
    const uiPort = browser?.port ?? null;
    const announce = (): void => {
      const announced = announceInstance(folders, host, {
        socket: socket.address,
        version: program.version,
        ui: uiPort,
      });
      closers.push(() => announced.withdraw());
    };
    return { client: localClient(core), uiPort, newLink, askedToStop, announce, close };
  } catch (error) {
    await close();
    throw error;
  }
}
