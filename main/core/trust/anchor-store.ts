import { posix } from 'node:path';
import { z } from 'zod';
import type { TrustProblem } from '../../contract/index.ts';
import { foldersToMake, removeEmptyFolders } from '../command/made-folders.ts';
import { writeAtomically } from '../host/atomic-write.ts';
import { sweepBeside } from '../host/sweep-beside.ts';
import type { Change } from '../ledger/undo.ts';
import { certificatesIn, fingerprintsOf, holdsCertificate, sumOf } from './certificate-text.ts';
import type { DerivedKeystore } from './kept-keystore.ts';
import { refreshAnchors } from './refresh-anchors.ts';
import { storeFailed } from './store-failed.ts';
import type { Surroundings } from './surroundings.ts';
import { systemReaders } from './system-readers.ts';
import type { Command, StorePlace, StoreSight, TrustedAuthority, TrustStoreKind } from './trust-store.ts';

/** How one family of Linux distributions takes an authority: a file in a folder, and a command that builds everything else from it. */
export interface AnchorRecipe {
  readonly kind: string;
  readonly title: string;
  readonly folder: string;
  readonly extension: '.crt' | '.pem';
  readonly refresh: { readonly program: string; readonly args: readonly string[] };
  /** What brings the command where it is missing. */
  readonly package: string;
  /** File with all authorities that the command writes. */
  readonly bundle: string;
  readonly isProven: boolean;
  isHere(around: Surroundings): boolean;
  /** File that the command builds the bundle in, where its next run goes on from what a killed one has left. */
  readonly unfinished?: string;
  /** Java's copy, where a hook of the command writes one. */
  readonly derived?: DerivedKeystore;
  /** What else the command may leave behind, taken away before and after it runs. */
  readonly leftovers?: {
    readonly does: readonly string[];
    /** The same for a person to type. */
    commands(around: Surroundings, path: string): readonly Command[];
    before(around: Surroundings, path: string): void;
    after(around: Surroundings, path: string, fingerprint256: string): Promise<void>;
  };
}

const anchorChange = z.looseObject({
  kind: z.string(),
  path: z.string(),
  fingerprint256: z.string(),
  madeFolders: z.array(z.string()),
});

/** A system store that is a folder of files. */
export function anchorStore(recipe: AnchorRecipe): TrustStoreKind {
  return {
    kind: recipe.kind,
    find: async (around) =>
      around.host.platform === 'linux' && recipe.isHere(around) ? [placeOf(around, recipe)] : [],
    undo: (around, change) => takeOut(around, recipe, change),
  };
}

function placeOf(around: Surroundings, recipe: AnchorRecipe): StorePlace {
  const { host, isAdmin } = around;
  const { disk } = host;
  const fileOf = ({ tag }: TrustedAuthority): string => posix.join(recipe.folder, `sealwire-${tag}${recipe.extension}`);
  const refresh = (): Command => ({
    file: around.program(recipe.refresh.program) ?? recipe.refresh.program,
    args: recipe.refresh.args,
  });
  const isInBundle = (pem: string): boolean => holdsCertificate(disk.read(recipe.bundle)?.toString() ?? '', pem);

  return {
    facts: {
      id: 'system',
      title: recipe.title,
      path: recipe.folder,
      group: 'system',
      needs: 'admin',
      serves: ['curl', 'Git', 'Python', 'Ruby', 'PHP', 'Go', '.NET'],
      isProven: recipe.isProven,
    },
    canChange: isAdmin,
    look: async (authority): Promise<StoreSight> => {
      const path = fileOf(authority);
      const link = disk.linkTarget(path);
      const anchor = link === null ? (disk.read(path)?.toString() ?? null) : null;
      const isOurs = anchor !== null && holdsFingerprint(anchor, authority.fingerprint256);
      const isInstalled = isInBundle(authority.pem);
      const problem = problemOf(around, recipe, { path, link, isForeign: anchor !== null && !isOurs });
      const evidence = isInstalled
        ? `${recipe.bundle} holds the authority${isOurs ? '' : ', though not by a file of Sealwire'}.`
        : isOurs
          ? `${path} is there, but ${recipe.bundle} does not hold the authority: ${recipe.refresh.program} has not run since.`
          : `${recipe.bundle} does not hold the authority.`;
      const isHere = around.program(recipe.refresh.program) !== null;
      return { isHere, isInstalled, isOurs, evidence, problem, seen: sumOf(anchor, link, disk.read(recipe.bundle)) };
    },
    intend: async (authority) => ({
      kind: recipe.kind,
      path: fileOf(authority),
      fingerprint256: authority.fingerprint256,
      madeFolders: foldersToMake(host, recipe.folder),
    }),
    installing: (change, authority) => {
      const { path, madeFolders } = anchorChange.parse(change);
      const make = { file: 'install', args: ['-D', '-m', '0644', authority.path, path] };
      return {
        does: [
          ...[...madeFolders].reverse().map((folder) => `Make the folder ${folder}`),
          `Write the certificate of the authority to ${path}`,
          `Run ${recipe.refresh.program}, which puts it into ${recipe.bundle}`,
        ],
        commands: [make, refresh()],
        files: [
          { path, change: 'create' },
          { path: recipe.bundle, change: 'change' },
        ],
        asks: '',
      };
    },
    uninstalling: (change) => {
      const { path } = anchorChange.parse(change);
      return {
        does: [
          `Remove ${path}`,
          `Run ${recipe.refresh.program}, which takes it out of ${recipe.bundle}`,
          ...(recipe.leftovers?.does ?? []),
        ],
        commands: [{ file: 'rm', args: ['-f', path] }, ...(recipe.leftovers?.commands(around, path) ?? []), refresh()],
        files: [
          { path, change: 'remove' },
          { path: recipe.bundle, change: 'change' },
        ],
        asks: '',
      };
    },
    make: async (change, { pem }) => {
      const { path, madeFolders } = anchorChange.parse(change);
      sweepBeside(host, path);
      if (disk.linkTarget(path) !== null)
        throw storeFailed(recipe.title, `${path} is a link that Sealwire did not make`, 'Remove it, then try again.');
      const there = disk.read(path)?.toString() ?? null;
      if (there === null) {
        disk.makeFolder(recipe.folder, 0o755);
        // Everybody's programs read it, whatever the umask of whoever runs this.
        for (const folder of madeFolders) disk.setMode(folder, 0o755);
        writeAtomically(host, path, pem, 0o644);
        disk.setMode(path, 0o644);
      } else if (!holdsCertificate(there, pem)) {
        throw storeFailed(recipe.title, `${path} holds something else`, 'Move that file away, then try again.');
      }
      await refreshAnchors(around, recipe);
      if (isInBundle(pem)) return;
      throw storeFailed(
        recipe.title,
        `${recipe.refresh.program} ran, but ${recipe.bundle} does not hold the authority`,
        `Run ${recipe.refresh.program} yourself and read what it says.`,
      );
    },
    readers: () => systemReaders(around),
    lines: () => [],
  };
}

async function takeOut(around: Surroundings, recipe: AnchorRecipe, change: Change): Promise<string> {
  const { path, fingerprint256, madeFolders } = anchorChange.parse(change);
  const { disk } = around.host;
  sweepBeside(around.host, path);
  const there = disk.linkTarget(path) === null ? (disk.read(path)?.toString() ?? null) : null;
  const isForeign = disk.linkTarget(path) !== null || (there !== null && !holdsFingerprint(there, fingerprint256));
  if (isForeign) return `${path} is not what Sealwire left there any more, so it stays as it is.`;
  if (there !== null) disk.remove(path);
  recipe.leftovers?.before(around, path);
  await refreshAnchors(around, recipe);
  await recipe.leftovers?.after(around, path, fingerprint256);
  removeEmptyFolders(around.host, madeFolders);
  return there === null
    ? `${path} was gone already; ${recipe.refresh.program} has taken what was left out of ${recipe.bundle}.`
    : `${path} is removed, and ${recipe.bundle} is as it was without it.`;
}

function problemOf(
  around: Surroundings,
  recipe: AnchorRecipe,
  { path, link, isForeign }: { readonly path: string; readonly link: string | null; readonly isForeign: boolean },
): TrustProblem | null {
  if (around.program(recipe.refresh.program) === null) return missing(recipe);
  if (link !== null)
    return { message: `${path} is a link to ${link}, which Sealwire did not make.`, fix: 'Remove it and look again.' };
  return isForeign
    ? { message: `${path} holds something that is not the authority.`, fix: 'Move that file away and look again.' }
    : null;
}

function missing(recipe: AnchorRecipe): TrustProblem {
  return {
    message: `The program ${recipe.refresh.program} is not installed`,
    fix: `Install the package ${recipe.package} and try again.`,
  };
}

function holdsFingerprint(text: string, fingerprint256: string): boolean {
  return certificatesIn(text).some((pem) => fingerprintsOf(pem)?.sha256 === fingerprint256);
}
