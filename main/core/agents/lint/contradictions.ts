import { dirname } from 'node:path';
import type { Meant } from './lint-types.ts';
import type { WrittenForm } from './written-setting.ts';

/** Which form wins, from the highest on (reference/agents.md §1.4). */
const PRECEDENCE: Readonly<Record<string, readonly WrittenForm[]>> = {
  nodejs: ['env', 'code', 'file'],
  python: ['env', 'code', 'file'],
  java: ['file', 'system-property', 'env', 'code'],
  dotnet: ['file', 'env', 'code'],
  php: ['file', 'env'],
  ruby: ['env', 'file', 'code'],
  go: ['code', 'env'],
};

/** A setting in the text of one file. */
export interface PlacedMeant {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly meant: Meant;
}

/** Of two places that disagree, the one that is passed over, and why. */
export interface Contradiction {
  readonly loser: PlacedMeant;
  readonly message: string;
}

/** Files that show how another is written. */
const EXAMPLE = /\.(example|sample|template|dist|test)$|^\.env\.(test|ci)/i;

/**
 * The same setting of one agent in two forms with two values, in one folder: one of them counts, and nothing says which. Containers, and several files of variables, are
 * left alone, because they are for different places.
 */
export function contradictions(all: readonly PlacedMeant[]): readonly Contradiction[] {
  const usable = all.filter(
    ({ file, meant }) =>
      !meant.written.inContainer && meant.written.value !== null && !EXAMPLE.test(file.replace(/^.*[\\/]/, '')),
  );
  // Verification that is off is told where it stands.
  const owned = usable.filter(
    ({ meant }) => meant.written.kind === 'own' && meant.written.lookup !== 'InsecureSkipVerify',
  );
  const found = owned.flatMap((own) =>
    own.meant.known.flatMap(({ agent, setting }) => {
      const order = PRECEDENCE[agent.id] ?? [];
      const other = usable.find(
        (each) =>
          each.meant.written.form !== own.meant.written.form &&
          dirname(each.file) === dirname(own.file) &&
          each.meant.known.some((known) => known.agent === agent && known.setting.key === setting.key) &&
          each.meant.written.value?.reveal() !== own.meant.written.value?.reveal(),
      );
      const ranks = [own, ...(other === undefined ? [] : [other])].map((each) =>
        order.indexOf(each.meant.written.form),
      );
      if (other === undefined || ranks.includes(-1)) return [];
      const [winner, loser] = (ranks[0] ?? 0) < (ranks[1] ?? 0) ? [own, other] : [other, own];
      const message = `${loser.meant.written.name} is passed over: ${winner.meant.written.name} in ${winner.file}:${winner.line} has another value, and the agent for ${agent.title} takes that one first. Keep one of the two.`;
      return [{ loser, message }];
    }),
  );
  // Two forms of the agent's own find each other.
  return found.filter(({ loser }, index) => found.findIndex((each) => each.loser === loser) === index);
}
