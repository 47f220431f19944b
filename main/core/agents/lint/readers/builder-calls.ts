import { ownLines } from '../lines-of.ts';
import { readAs } from '../read-as.ts';
import type { WrittenSetting } from '../written-setting.ts';
import { afterBrackets, argumentAt } from './argument.ts';

/** How an agent is configured by a chain of calls. */
export interface Builder {
  readonly agent: string;
  /** What the chain begins with; it ends with `.build`. */
  readonly begins: RegExp;
  /** A call up to its argument; the name of the setting is the only group that matches. */
  readonly call: RegExp;
  /** Calls that are none of a setting. */
  readonly others: readonly string[];
  readonly filledIn: RegExp | null;
  quote(value: string): string;
}

/** Longer than any chain. */
const LONGEST = 8000;
const MOST_CHAINS = 20;

/** The settings of every chain in a text whose comments are blank. */
export function builderCalls(text: string, builder: Builder): readonly WrittenSetting[] {
  return [...text.matchAll(builder.begins)].slice(0, MOST_CHAINS).flatMap((match) => {
    const from = match.index + match[0].length;
    const chain = text.slice(from, from + LONGEST);
    const length = /\.build\b/.exec(chain)?.index ?? chain.length;
    return [...chain.slice(0, length).matchAll(builder.call)].flatMap((call) => setting(text, from, call, builder));
  });
}

function setting(text: string, from: number, call: RegExpExecArray, builder: Builder): WrittenSetting[] {
  const [all, ...names] = call;
  const name = names.find((each) => each !== undefined) ?? '';
  const at = from + call.index + all.length;
  if (builder.others.includes(name) || /^\s*\)/.test(text.slice(at, at + 40))) return [];
  const { span, value, isText, mark } = argumentAt(text, at, builder.filledIn);
  const start = from + call.index + all.indexOf(name);
  const brackets = all.split('(').length - 1;
  return [
    readAs({
      name,
      kind: 'own',
      form: 'code',
      agents: [builder.agent],
      value,
      isText,
      nameSpan: { start, end: start + name.length },
      valueSpan: span,
      wholeSpan: ownLines(text, { start: from + call.index, end: afterBrackets(text, span.end, brackets) }),
      scope: `${builder.agent}@${from}`,
      quote: (mended) => (mark === '' ? mended : builder.quote(mended)),
    }),
  ];
}
