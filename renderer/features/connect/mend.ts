import type { ExplainAnswer, LintAnswer } from '../../../main/contract/index.ts';
import type { Bridge } from '../../bridge/bridge.ts';
import { SECRET_PLACEHOLDER } from '../../ui/code.tsx';

type Edit = LintAnswer['findings'][number]['edits'][number];

/** What became of a pasted text. */
export interface Checked {
  readonly answer: LintAnswer;
  /** What it says of a connection, where an agent's log was pasted. */
  readonly logged: ExplainAnswer;
  /** The text with everything mended that can be; null where nothing can. */
  readonly mended: string | null;
  /** The same to look at, with the placeholder where its secrets are. */
  readonly shown: string | null;
  readonly hasSecret: boolean;
}

/** What one edit changes may be what another rule looks at next; after so many rounds the rest is left to the person. */
const MOST_ROUNDS = 5;

/** Has the core look over a text, as a configuration and as a log, and mends it here: the text goes to the core and no secret comes back. */
export async function check(bridge: Bridge, text: string, agent: string): Promise<Checked> {
  const named = agent === '' ? {} : { agent };
  const ask = (about: string): Promise<LintAnswer> => bridge.call('agent.lint', { text: about, ...named });
  const [answer, logged] = await Promise.all([ask(text), bridge.call('agent.explain', { text, ...named })]);
  let mended = text;
  let last = answer;
  for (let round = 0; round < MOST_ROUNDS && editsOf(last).length > 0; round += 1) {
    mended = applied(mended, editsOf(last));
    last = await ask(mended);
  }
  const hasSecret = last.secrets.length > 0;
  if (mended === text) return { answer, logged, mended: null, shown: null, hasSecret };
  return {
    answer,
    logged,
    mended,
    shown: applied(
      mended,
      last.secrets.map((span) => ({ ...span, text: SECRET_PLACEHOLDER })),
    ),
    hasSecret,
  };
}

function editsOf({ findings }: LintAnswer): readonly Edit[] {
  return findings.flatMap(({ edits }) => edits);
}

/** The text with the edits in it; of two that overlap the first counts. */
export function applied(text: string, edits: readonly Edit[]): string {
  let [at, done] = [0, ''];
  for (const edit of [...edits].sort((one, other) => one.start - other.start || one.end - other.end)) {
    if (edit.start < at) continue;
    done += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return done + text.slice(at);
}
