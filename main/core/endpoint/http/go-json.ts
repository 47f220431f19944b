/**
 * A value as Go's encoding/json writes it (reference A0 rule 5): `<`, `>`, `&` and the line separators escaped, bytes that were not UTF-8
 * (lone surrogates here) as `\ufffd`. Keys keep the order of the object. `indent` gives two spaces, as the real server sends them.
 */
export function goJson(value: unknown, indent: boolean): string {
  return JSON.stringify(value, null, indent ? 2 : undefined).replace(
    /[<>&\u2028\u2029]|\\ud[89a-f][0-9a-f]{2}/g,
    (found, at: number, whole: string) => {
      if (found.length > 1) return isEscapedBackslash(whole, at) ? found : '\\ufffd';
      return `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
    },
  );
}

/** `\\ud800` in JSON text is a backslash followed by letters, not an escape: an odd run of backslashes before it tells. */
function isEscapedBackslash(text: string, at: number): boolean {
  let before = 0;
  while (text[at - 1 - before] === '\\') before += 1;
  return before % 2 === 1;
}
