import { takeOut } from '../edits.ts';
import type { Meant, Problem, Rule } from '../lint-types.ts';

/** What people write where a token is to be put in later. */
const STAND_IN =
  /^(|[<{[].*|\*+|x+|\.{3}|your[-_ ].*|change[-_ ]?me.*|example.*|secret|token|none|null|todo.*|.*[<>].*)$/i;

/** A secret in a file under version control is everybody's who ever gets a copy, and stays in the history. */
export const tokenInGit: Rule = {
  id: 'token-in-git',
  summary: 'A token or key in a file that git keeps is in every copy of the repository, for good.',
  source: 'reference/agents.md §10 no. 20',
  check: ({ meant, inGit }) => (inGit === null ? [] : meant.flatMap((each) => problemOf(each, inGit) ?? [])),
};

function problemOf(meant: Meant, inGit: 'tracked' | 'untracked'): Problem | null {
  const { written, known, secret } = meant;
  const isToken =
    known.some(({ setting }) => setting.format === 'token') || /^OTEL_EXPORTER_OTLP_\w*HEADERS$/.test(written.lookup);
  if (!isToken || secret === null || STAND_IN.test(secret.reveal().trim())) return null;
  const keeps = inGit === 'tracked' ? 'git keeps this file' : 'git would take this file in with the next git add';
  const message = `${written.name} stands here in plain text, and ${keeps}. Take it out, make a new one with \`sealwire token rotate\`, and bring it in by the environment.`;
  return {
    at: meant,
    severity: inGit === 'tracked' ? 'error' : 'warning',
    message,
    // The variable of the environment takes its place; a variable itself cannot just be taken away.
    edits: written.kind === 'own' && written.form !== 'system-property' ? [takeOut(written)] : [],
  };
}
