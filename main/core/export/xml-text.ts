/** Text inside of an XML element. Characters that XML 1.0 has no way to write (most control characters, lone surrogates) are left out. */
export function xmlText(text: string): string {
  const writable = Array.from(text).filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    const isControl = code < 0x20 && code !== 0x09 && code !== 0x0a;
    return !isControl && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
  });
  return writable.join('').replace(/[&<>]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark] ?? mark);
}
