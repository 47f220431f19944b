import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { TrustLines, TrustStore } from '../../contract/index.ts';
import { writeAtomically } from '../host/atomic-write.ts';
import type { Change } from '../ledger/undo.ts';
import { sumOf } from './certificate-text.ts';
import type { Surroundings } from './surroundings.ts';
import type { StorePlace, StoreReader, TrustedAuthority } from './trust-store.ts';

/** Files of Sealwire's own that programs have to be pointed to by the person: a variable, a mount, an option. */
export interface OwnFiles {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly group: TrustStore['group'];
  readonly serves: readonly string[];
  readonly isProven: boolean;
  /** Names below Sealwire's folder for trust, with their content. */
  files(authority: TrustedAuthority): readonly { readonly name: string; readonly content: string }[];
  lines(authority: TrustedAuthority, folder: string): readonly TrustLines[];
  readers(folder: string): readonly StoreReader[];
  /** How the person's own part stands, e.g. whether the variable is set here. */
  ownPart(folder: string): string;
}

const ownChange = z.looseObject({ kind: z.string(), path: z.string(), files: z.array(z.string()) });

export function ownFilesStore(around: Surroundings, own: OwnFiles): StorePlace {
  const { host } = around;
  const folder = join(around.folder, own.id.replace(/[^a-z0-9]+/gi, '-'));
  const wantedOf = (authority: TrustedAuthority): { path: string; content: string }[] =>
    own.files(authority).map(({ name, content }) => ({ path: join(folder, name), content }));

  return {
    facts: {
      id: own.id,
      title: own.title,
      path: folder,
      group: own.group,
      needs: 'user',
      serves: [...own.serves],
      isProven: own.isProven,
    },
    canChange: true,
    look: async (authority) => {
      const wanted = wantedOf(authority);
      const there = wanted.map(({ path }) => host.disk.read(path)?.toString() ?? null);
      const isInstalled = wanted.every(({ content }, index) => there[index] === content);
      const isOurs = host.disk.facts(folder) !== null;
      const evidence = isInstalled
        ? `The files are there. ${own.ownPart(folder)}`
        : isOurs
          ? `The files in ${folder} are out of date: the authority or what they were merged from has changed.`
          : `There are no files in ${folder} yet.`;
      return { isHere: true, isInstalled, isOurs, evidence, problem: null, seen: sumOf(...there) };
    },
    intend: async (authority) => ({
      kind: own.kind,
      path: folder,
      fingerprint256: authority.fingerprint256,
      files: wantedOf(authority).map(({ path }) => path),
    }),
    installing: (change) => {
      const { files } = ownChange.parse(change);
      return {
        does: [
          ...files.map((path) => `Write ${path}`),
          'You then set the lines below yourself; Sealwire edits no file of yours',
        ],
        commands: [],
        files: files.map((path) => ({ path, change: 'create' as const })),
        asks: '',
      };
    },
    uninstalling: (change) => {
      const { files } = ownChange.parse(change);
      return {
        does: files.map((path) => `Remove ${path}`),
        commands: [],
        files: files.map((path) => ({ path, change: 'remove' as const })),
        asks: 'Take out the lines that you have set, or programs will look for a file that is gone.',
      };
    },
    make: async (_change, authority) => {
      for (const { path, content } of wantedOf(authority)) {
        host.disk.makeFolder(dirname(path), 0o700);
        writeAtomically(host, path, content);
      }
    },
    readers: () => own.readers(folder),
    lines: (authority) => own.lines(authority, folder),
  };
}

/** The folder is nobody else's, so it goes whatever is in it. */
export async function undoOwnFiles({ host }: Surroundings, change: Change): Promise<string> {
  const { path } = ownChange.parse(change);
  host.disk.remove(path);
  return `The files in ${path} are removed. Take out the lines that you have set for them.`;
}
