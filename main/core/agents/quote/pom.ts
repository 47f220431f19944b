import { LINE_BREAK, refuseUnwritable } from './refuse.ts';
import { quoteXmlText } from './xml-text.ts';

/**
 * The text of an element in the configuration of a Maven plugin. Maven takes white space off at the ends and fills in what stands between `${` or `@{` and `}`, with no way to escape it
 * (POM reference, "Properties"; Surefire reads the second).
 */
export function quotePom(value: string): string {
  refuseUnwritable(value, 'a pom.xml', [
    LINE_BREAK,
    [/[$@]\{/, 'a brace behind a dollar sign'],
    [/^[\s\p{Cc}]|[\s\p{Cc}]$/u, 'white space at an end'],
  ]);
  return quoteXmlText(value);
}
