import type { CentralOption } from '../agents/central-option.ts';
import { nearestWord } from '../words/nearest-word.ts';
import { whatIsTaken } from './what-is-taken.ts';

/**
 * Why an agent would not take `name=value` up, in one sentence, or null where it would. `options` are those of the agent; the agents themselves
 * ignore such a value without a word, or fall back to a default.
 */
export function settingProblem(
  agent: string,
  options: readonly CentralOption[],
  name: string,
  value: string,
): string | null {
  const option = options.find((each) => each.name === name);
  if (option !== undefined) return valueProblem(option, value);
  const near = nearestWord(
    name,
    options.map((each) => each.name),
  );
  return `The ${agent} agent takes no "${name}" from central configuration${near === null ? '.' : `; did you mean "${near}"?`}`;
}

function valueProblem(option: CentralOption, value: string): string | null {
  return isTaken(option, value) ? null : `${option.name} takes ${whatIsTaken(option)}, and "${value}" is none of that.`;
}

function isTaken({ kind, choices = [], units = [], isNegativeAllowed = false }: CentralOption, value: string): boolean {
  switch (kind) {
    case 'rate':
      return /^(0(\.\d+)?|1(\.0+)?)$/.test(value);
    case 'count':
      return /^\d{1,9}$/.test(value);
    case 'boolean':
      return /^(true|false)$/.test(value);
    case 'choice':
      return choices.includes(value);
    case 'duration': {
      const [, sign, unit = ''] = /^(-?)\d{1,9}([a-z]+)$/.exec(value) ?? [];
      return units.includes(unit) && (sign === '' || isNegativeAllowed);
    }
    case 'list':
      return value.trim() !== '';
  }
}
