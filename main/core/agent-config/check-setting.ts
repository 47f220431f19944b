import type { CentralOption } from '../agents/central-option.ts';
import { nearestWord } from '../words/nearest-word.ts';

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
  const { name, kind, choices = [], units = [], isNegativeAllowed = false } = option;
  const wrong = (expected: string): string => `${name} takes ${expected}, and "${value}" is none of that.`;
  switch (kind) {
    case 'rate':
      return /^(0(\.\d+)?|1(\.0+)?)$/.test(value) ? null : wrong('a number from 0 to 1, such as 0.25');
    case 'count':
      return /^\d{1,9}$/.test(value) ? null : wrong('a whole number from 0');
    case 'boolean':
      return /^(true|false)$/.test(value) ? null : wrong('true or false');
    case 'choice':
      return choices.includes(value) ? null : wrong(`one of ${choices.join(', ')}`);
    case 'duration': {
      const [, sign, unit = ''] = /^(-?)\d{1,9}([a-z]+)$/.exec(value) ?? [];
      const isRight = units.includes(unit) && (sign === '' || isNegativeAllowed);
      return isRight ? null : wrong(`a whole number with a unit (${units.join(', ')}), such as 10ms`);
    }
    case 'list':
      return value.trim() === '' ? wrong('names or patterns with commas between them') : null;
  }
}
