/** What stands between backticks in a sentence: something to type. */
export function typedIn(text: string): string[] {
  return text.split('`').filter((_, place) => place % 2 === 1);
}
