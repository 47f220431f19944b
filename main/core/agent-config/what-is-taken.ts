import type { CentralOption } from '../agents/central-option.ts';

/** What an option takes, in words that follow "takes". */
export function whatIsTaken({ kind, choices = [], units = [], isNegativeAllowed = false }: CentralOption): string {
  switch (kind) {
    case 'rate':
      return 'a number from 0 to 1, such as 0.25';
    case 'count':
      return 'a whole number from 0';
    case 'boolean':
      return 'true or false';
    case 'choice':
      return `one of ${choices.join(', ')}`;
    case 'duration': {
      const never = isNegativeAllowed ? ', or -1ms for never' : '';
      return `a whole number with a unit (${units.join(', ')}), such as 10ms${never}`;
    }
    case 'list':
      return 'names or patterns with commas between them';
  }
}
