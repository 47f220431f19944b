import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../support/entry.ts';

/** What the tests call of the launcher, which is plain JavaScript. */
export interface PinnedNode {
  readonly package: string;
  readonly version: string;
  readonly binary: string;
  readonly integrity: string;
}

/** What the choice between window and browser goes by. */
export interface Circumstances {
  readonly platform: string;
  readonly isSsh: boolean;
  readonly display: 'here' | 'forwarded' | 'none';
  readonly isRoot: boolean;
  readonly isContainer: boolean;
  readonly isCi: boolean;
}

export interface Choice {
  readonly face: 'desktop' | 'browser';
  readonly because?: string;
  readonly fix?: string;
}

export interface Failure {
  readonly at: number;
  readonly version: string;
  readonly because: string;
}

export type FoundElectron =
  | { readonly state: 'there'; readonly binary: string; readonly dist: string }
  | { readonly state: 'absent'; readonly dist: string }
  | { readonly state: 'unusable'; readonly because: string };

interface Modules {
  readonly 'desktop/desktop-choice.mjs': {
    startWish(args: readonly string[]): {
      readonly face: string;
      readonly rest: readonly string[];
      readonly because?: string;
      readonly fix?: string;
    };
    chooseFace(
      circumstances: Circumstances & {
        readonly isWished: boolean;
        readonly hasSandbox: boolean;
        readonly remembered: Failure | null;
        readonly electron: FoundElectron;
      },
    ): Choice;
  };
  readonly 'desktop/read-circumstances.mjs': {
    readCircumstances(machine: {
      readonly platform?: string;
      readonly env?: Readonly<Record<string, string>>;
      readonly userId?: number;
      readonly fileExists?: (path: string) => boolean;
    }): Circumstances;
  };
  readonly 'desktop/sandbox.mjs': {
    canMakeSandbox(
      dist: string,
      machine: {
        readonly platform: string;
        readonly read: (path: string) => string | null;
        readonly stat: (path: string) => { readonly uid: number; readonly mode: number };
      },
    ): boolean;
    sandboxFix(dist: string): string;
  };
  readonly 'desktop/remembered-failure.mjs': {
    rememberedFailure(root: string, version: string, now?: number): Failure | null;
    rememberFailure(root: string, failure: Failure): void;
    forgetFailure(root: string): void;
  };
  readonly 'desktop/electron-binary.mjs': {
    findElectron(
      root: string,
      machine?: {
        readonly env?: Readonly<Record<string, string>>;
        readonly platform?: string;
        readonly arch?: string;
      },
    ): FoundElectron;
  };
  readonly 'desktop/fetch-electron.mjs': { fetchElectron(root: string): Promise<void> };
  readonly 'desktop/download.mjs': {
    readonly FIRST_BYTE_MS: number;
    download(
      url: string,
      target: string,
      options?: {
        readonly firstByteMs?: number;
        readonly onProgress?: (received: number, total: number | null) => void;
      },
    ): Promise<void>;
  };
  readonly 'desktop/download-progress.mjs': {
    downloadProgress(
      what: string,
      options: {
        readonly stream: { readonly isTTY: boolean; write(text: string): unknown };
        readonly clock: () => number;
        readonly everyMs: number;
      },
    ): { received(bytes: number, total: number | null): void; end(): void };
  };
  readonly 'desktop/explain-exit.mjs': {
    explainExit(
      exit: {
        readonly error?: Error;
        readonly code?: number;
        readonly signal?: string;
        readonly stderr?: string;
      },
      dist: string,
    ): { readonly because: string; readonly fix?: string };
  };
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
  readonly 'ensure-packages.mjs': {
    packagesProblem(root: string, options?: { readonly withTools: boolean }): string | null;
  };
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
