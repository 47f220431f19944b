import { z } from 'zod';
import type { TrustProblem, TrustStore } from '../../contract/index.ts';
import type { ExecResult } from '../host/host.ts';
import type { Change } from '../ledger/undo.ts';
import { sumOf } from './certificate-text.ts';
import { lastWords, storeFailed } from './store-failed.ts';
import type { Surroundings } from './surroundings.ts';
import type { Command, StorePlace, StoreReader, TrustedAuthority } from './trust-store.ts';

/** What names the authority's certificate to a tool, also when the authority itself is gone. */
export type CertificateNames = Pick<TrustedAuthority, 'fingerprint256' | 'fingerprint1' | 'commonName'> & {
  /** PEM file; it may be gone when a change is undone. */
  readonly file: string;
};

/** A store that only its system's tool can read and change. */
export interface CommandRecipe {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  /** How a person finds it. */
  readonly path: string;
  readonly group: TrustStore['group'];
  readonly needs: 'user' | 'admin';
  readonly serves: readonly string[];
  readonly canChange: boolean;
  readonly problem: TrustProblem | null;
  /** What the system asks the person for meanwhile. */
  readonly asks: string;
  /** Commands that tell whether the certificate is there and trusted, and how to read what they say: `part` is what an interruption leaves, null says that they failed. */
  looking(names: CertificateNames): readonly Command[];
  whatIsThere(results: readonly ExecResult[], names: CertificateNames): 'all' | 'part' | 'nothing' | null;
  install(names: CertificateNames): readonly Command[];
  uninstall(names: CertificateNames): readonly Command[];
  readers(): readonly StoreReader[];
  /** What of a failure this system is known for, in words. */
  explain(result: ExecResult): { readonly why: string; readonly fix: string } | null;
}

const commandChange = z.looseObject({
  kind: z.string(),
  path: z.string(),
  fingerprint256: z.string(),
  fingerprint1: z.string(),
  commonName: z.string(),
  file: z.string(),
});

export function commandStore(around: Surroundings, recipe: CommandRecipe): StorePlace {
  return {
    facts: {
      id: recipe.id,
      title: recipe.title,
      path: recipe.path,
      group: recipe.group,
      needs: recipe.needs,
      serves: [...recipe.serves],
      isProven: false,
    },
    canChange: recipe.canChange,
    look: async (authority) => {
      const nothing = { isInstalled: false, isOurs: false };
      if (recipe.problem !== null) {
        const evidence = recipe.problem.message;
        return { ...nothing, isHere: false, evidence, problem: recipe.problem, seen: sumOf(null) };
      }
      const { found, words } = await lookFor(around, recipe, namesOf(authority));
      const seen = sumOf(found);
      if (found === null) {
        const problem = { message: `It cannot be told what is in it: ${words}.`, fix: 'Run that command yourself.' };
        return { ...nothing, isHere: false, evidence: problem.message, problem, seen };
      }
      const isInstalled = found === 'all';
      const evidence = `${recipe.path} ${isInstalled ? 'trusts' : found === 'part' ? 'holds, but does not trust,' : 'does not hold'} the authority.`;
      return { isHere: true, isInstalled, isOurs: found !== 'nothing', evidence, problem: null, seen };
    },
    intend: async (authority) => ({ kind: recipe.kind, path: recipe.path, ...namesOf(authority) }),
    installing: (change) => {
      const commands = recipe.install(commandChange.parse(change));
      return { does: [`Add the authority to ${recipe.path}`], commands, files: [], asks: recipe.asks };
    },
    uninstalling: (change) => {
      const commands = recipe.uninstall(commandChange.parse(change));
      return { does: [`Take the authority out of ${recipe.path}`], commands, files: [], asks: recipe.asks };
    },
    make: async (change) => {
      const names = commandChange.parse(change);
      if ((await lookFor(around, recipe, names)).found === 'all') return;
      for (const command of recipe.install(names)) {
        const failed = await runOne(around, recipe, command);
        if (failed !== null) throw failed;
      }
      if ((await lookFor(around, recipe, names)).found === 'all') return;
      throw storeFailed(recipe.title, 'the tool reported success, but the authority is not in it', 'Try again.');
    },
    readers: recipe.readers,
    lines: () => [],
  };
}

/** Takes the certificate out; it is known by its fingerprint, so what others put there stays. */
export async function undoCommand(around: Surroundings, recipe: CommandRecipe, change: Change): Promise<string> {
  const names = commandChange.parse(change);
  const { found, words } = await lookFor(around, recipe, names);
  if (found === null) throw storeFailed(recipe.title, words, 'Run that command yourself.');
  if (found === 'nothing') return `The authority was not in ${recipe.path} any more.`;
  // Of what is only half there, some of the commands find nothing; what is left in the end decides.
  let failed: Error | null = null;
  for (const command of recipe.uninstall(names)) failed = (await runOne(around, recipe, command)) ?? failed;
  if ((await lookFor(around, recipe, names)).found === 'nothing') return `The authority is out of ${recipe.path}.`;
  throw (
    failed ?? storeFailed(recipe.title, 'the tool reported success, but the authority is still in it', 'Try again.')
  );
}

async function lookFor(
  around: Surroundings,
  recipe: CommandRecipe,
  names: CertificateNames,
): Promise<{ readonly found: ReturnType<CommandRecipe['whatIsThere']>; readonly words: string }> {
  const results: ExecResult[] = [];
  for (const { file, args } of recipe.looking(names)) results.push(await around.run(file, args));
  const failed = results.find(({ code }) => code !== 0);
  return { found: recipe.whatIsThere(results, names), words: failed === undefined ? '' : lastWords(failed) };
}

async function runOne(around: Surroundings, recipe: CommandRecipe, { file, args }: Command): Promise<Error | null> {
  const result = await around.run(file, args);
  if (result.code === 0) return null;
  const known = recipe.explain(result);
  return storeFailed(recipe.title, known?.why ?? lastWords(result), known?.fix ?? `Run ${file} yourself.`);
}

function namesOf({ fingerprint256, fingerprint1, commonName, path }: TrustedAuthority): CertificateNames {
  return { fingerprint256, fingerprint1, commonName, file: path };
}
