import { takeOut } from '../edits.ts';
import type { Meant, Problem, Rule } from '../lint-types.ts';

/** The same setting, or two settings for the same thing, for one process in one place. */
export const setTwice: Rule = {
  id: 'set-twice',
  summary: 'Of two values for one setting, one is passed over.',
  source: 'reference/agents.md §1.1 (SERVER_URLS), §1.4',
  check: ({ meant }) => [...sameName(meant), ...listBesideUrl(meant)],
};

function sameName(meant: readonly Meant[]): Problem[] {
  return meant.flatMap((each, index) => {
    const later = meant
      .slice(index + 1)
      .find(
        (other) =>
          each.known.length > 0 &&
          other.written.form === each.written.form &&
          other.written.kind === each.written.kind &&
          isSamePlace(each, other) &&
          other.written.lookup === each.written.lookup,
      );
    const isSame = later?.written.value?.reveal() === each.written.value?.reveal();
    if (later === undefined || isSame || each.written.value === null || later.written.value === null) return [];
    const message = `${each.written.name} is set again further down with another value, and the later one counts. Keep one of them.`;
    return [{ at: each, severity: 'warning' as const, message, edits: [takeOut(each.written)] }];
  });
}

/** A list of servers and a single one: which of the two is read depends on the agent, and none says so. */
function listBesideUrl(meant: readonly Meant[]): Problem[] {
  return meant
    .filter(
      ({ known }) =>
        known.length > 0 && known.every(({ setting }) => setting.key === 'serverUrl' && setting.never !== null),
    )
    .flatMap((list) => {
      const single = meant.find(
        (other) =>
          isSamePlace(list, other) &&
          other !== list &&
          other.known.some(({ setting }) => setting.key === 'serverUrl' && setting.never === null),
      );
      if (single === undefined) return [];
      const message = `${list.written.name} stands beside ${single.written.name}: the agent reads one of the two and passes over the other without a word. Keep ${single.written.name}.`;
      return [{ at: list, severity: 'warning' as const, message, edits: [takeOut(list.written)] }];
    });
}

function isSamePlace(one: Meant, other: Meant): boolean {
  return one.written.scope === other.written.scope;
}
