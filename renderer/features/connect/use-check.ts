import { useEffect, useState } from 'react';
import { asCallError, type CallError } from '../../bridge/call-error.ts';
import { useBridge } from '../../bridge/procedure.ts';
import { announce } from '../../ui/announcer.tsx';
import { plural } from '../../ui/format.ts';
import { type Checked, check } from './mend.ts';

/** A pause in typing after which the text is looked over. */
const TYPING_MS = 250;

/** How the text stands: nothing pasted yet, being looked over, or looked over. */
export interface CheckState {
  readonly checked: Checked | null;
  readonly problem: CallError | null;
}

const NOTHING: CheckState = { checked: null, problem: null };

/** Looks a text over whenever it has not changed for a moment, and says what was found. Kept in this page's memory alone: a pasted text may hold secrets. */
export function useCheck(text: string, agent: string): CheckState {
  const bridge = useBridge();
  const [state, setState] = useState(NOTHING);

  useEffect(() => {
    if (text.trim() === '') {
      setState(NOTHING);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      check(bridge, text, agent).then(
        (checked) => {
          if (!isCurrent) return;
          setState({ checked, problem: null });
          announce(summaryOf(checked));
        },
        (thrown: unknown) => {
          if (isCurrent) setState({ checked: null, problem: asCallError(thrown) });
        },
      );
    }, TYPING_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [bridge, text, agent]);

  return state;
}

/** What was found, in one sentence. */
export function summaryOf({ answer, logged }: Checked): string {
  if (answer.format === null) {
    return logged.said.length > 0
      ? 'This log says why the agent does not report.'
      : 'There are no settings of an agent in this text, and it is no log of one that failed.';
  }
  const found = answer.findings.length;
  return found === 0
    ? `Read as ${answer.format}. Nothing in it is wrong.`
    : `Read as ${answer.format}. ${plural(found, 'thing', 'things')} will not work as written.`;
}
