import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../support/running-sealwire.ts';

/** What the tests call of the launcher, which is plain JavaScript. */
export interface PinnedNode {
  readonly package: string;
  readonly version: string;
  readonly binary: string;
  readonly integrity: string;
}

interface Modules {
  readonly 'pinned-node.mjs': {
    readonly PINNED_NODE: Readonly<Record<string, PinnedNode>>;
    runsTypeScript(version: string): boolean;
  };
  readonly 'ensure-node.mjs': {
    ensureNode(
      root: string,
      known: {
        readonly version: string;
        readonly platform: string;
        readonly table?: Readonly<Record<string, PinnedNode>>;
      },
    ): Promise<string>;
  };
  readonly 'ensure-packages.mjs': { packagesProblem(root: string): string | null };
  readonly 'hand-over.mjs': { handOver(node: string, file: string, args: readonly string[]): Promise<void> };
  readonly 'setup-failure.mjs': { explainWrite(error: Error, folder: string): Error };
  readonly 'untar-one.mjs': { untarOne(archive: string, name: string, target: string): Promise<boolean> };
}

/** Loads one file of `main/launcher`. */
export async function launcherModule<Name extends keyof Modules>(name: Name): Promise<Modules[Name]> {
  const loaded: Modules[Name] = await import(
    /* @vite-ignore */ pathToFileURL(join(root, 'main', 'launcher', name)).href
  );
  return loaded;
}
