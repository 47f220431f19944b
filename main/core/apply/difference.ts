import { createTwoFilesPatch } from 'diff';
import { SECRET_PLACEHOLDER } from '../agents/forms/variables.ts';

/** Names of settings whose values are nobody's business. */
const SECRET =
  /^([+\- ]\s*(?:[#;/]+ Sealwire left out: )?(?:-\s*)?"?[\w.]*(?:TOKEN|KEY|SECRET|PASSW|AUTH|HEADERS)[\w.]*"?\s*[=:]\s*).+$/i;

/**
 * A unified difference of two texts for a person to read, with the values of secrets covered. `context` is the number of lines around a change: none for a file whose every line may be
 * a secret.
 */
export function differenceOf(path: string, before: string | null, after: string, context: number): string {
  const patch = createTwoFilesPatch(before === null ? '/dev/null' : path, path, before ?? '', after, '', '', {
    context,
  });
  return patch
    .split('\n')
    .filter((line) => !/^(?:=+|Index: .*)$/.test(line))
    .map((line) => (line.includes(SECRET_PLACEHOLDER) ? line : line.replace(SECRET, '$1…')))
    .join('\n');
}
