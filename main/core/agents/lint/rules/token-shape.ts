import type { Meant, Problem, Rule } from '../lint-types.ts';

/** PHP's agent builds the header in 256 bytes, "Authorization: Bearer " included. */
const LONGEST = 233;

/** Tokens that cannot be sent as they are, most often by the way in which they were copied. */
export const tokenShape: Rule = {
  id: 'token-shape',
  summary: 'A token with white space, quotes or other than ASCII characters is refused, or ends the agent.',
  source: 'reference/agents.md §6 (token with newline), §8 no. 9, §10 no. 17 and 20',
  check: ({ meant }) => meant.flatMap((each) => problemOf(each) ?? []),
};

function problemOf(meant: Meant): Problem | null {
  const { known, secret, written } = meant;
  if (secret === null || !known.some(({ setting }) => setting.format === 'token')) return null;
  // A list of headers is judged by a rule of its own.
  if (written.lookup.startsWith('OTEL_')) return null;
  const token = secret.reveal();
  const fault = faultOf(token);
  if (fault === null) return null;
  return { at: meant, severity: 'error', message: `${written.name}: ${fault}`, edits: [] };
}

function faultOf(token: string): string | null {
  if (/[\r\n]/.test(token))
    return 'there is a line break in the value; some agents end the application over it, and none sends it.';
  if (token !== token.trim())
    return 'there is white space around the value, which is sent along, so the server refuses it.';
  if (/^(["'`]).*\1$/.test(token))
    return 'the quotes belong to the value as it stands here, and are sent along. Write it without them.';
  if (/^(Bearer|ApiKey)\s/i.test(token))
    return 'the agent puts Bearer or ApiKey before the value itself. Write the token alone.';
  if (/[^\x21-\x7e]/.test(token))
    return 'the value holds white space or characters beyond ASCII, which a header cannot carry.';
  if (token.length > LONGEST)
    return `the value is longer than ${LONGEST} characters, which the agent for PHP cannot send.`;
  return null;
}
