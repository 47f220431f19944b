/** What comes of an API key while no Elasticsearch can be asked about it. */
export type ApiKeyVerdict = { readonly refusal: string } | 'unverifiable';

const PREFIX = 'authentication failed: improperly';
const EXPECTED = 'expected base64(ID:APIKey)';

/**
 * Judges an API key by its form, which is all that can be judged here: standard, padded base64 of `id:key` (reference B2). The texts are the real server's.
 */
export function judgeApiKey(given: string): ApiKeyVerdict {
  const problemAt = base64ProblemAt(given);
  if (problemAt !== null) {
    return {
      refusal: `${PREFIX} encoded ApiKey credentials: ${EXPECTED}: illegal base64 data at input byte ${problemAt}`,
    };
  }
  const decoded = Buffer.from(given, 'base64');
  return decoded.includes(58) ? 'unverifiable' : { refusal: `${PREFIX} formatted ApiKey credentials: ${EXPECTED}` };
}

/**
 * Where Go's `base64.StdEncoding` stops reading, or null where it reads everything: at a character that does not belong there, at the beginning of a group of four
 * that is cut short, or after the padding. Line breaks, which it would skip, cannot be in a header.
 */
function base64ProblemAt(text: string): number | null {
  for (let at = 0; at < text.length; at += 4) {
    for (let digit = 0; digit < 4; digit += 1) {
      const character = text[at + digit];
      if (character === undefined) return at;
      if (/[A-Za-z0-9+/]/.test(character)) continue;
      return character === '=' && digit >= 2 ? paddingProblemAt(text, at, digit) : at + digit;
    }
  }
  return null;
}

/** Padding begins at the third or fourth place of the group at `at`, and must end the text. */
function paddingProblemAt(text: string, at: number, digit: number): number | null {
  if (digit === 2 && text[at + 3] === undefined) return text.length;
  if (digit === 2 && text[at + 3] !== '=') return at + 2;
  return text.length > at + 4 ? at + 4 : null;
}
