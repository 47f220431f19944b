import type { Diagnosis, ExplainAnswer } from '../../contract/index.ts';
import type { AgentDefinition, LogPhrase, Wiring } from '../agents/definition.ts';
import { textPlaces } from '../agents/lint/text-places.ts';
import type { Speaker } from './dialect.ts';
import { logMeaning } from './log-meaning.ts';

/** Lines of one failure that are named; the rest is counted. */
const MOST_NAMED = 3;
/** So much of a line on either side of a phrase is looked at, where a phrase asks for more than itself. */
const MOST_AROUND = 1024;

interface LoggedLine {
  readonly line: number;
  readonly phrase: LogPhrase;
}

/** What one agent's phrases find in a text, and how much of the text they account for. */
interface Reading {
  readonly definition: AgentDefinition;
  readonly lines: readonly LoggedLine[];
  /** Characters of the phrases and marks that were found, each counted once: longer ones say more about who wrote them. */
  readonly weight: number;
}

/**
 * What an agent's own log says of its connection: each failure once, with its lines and the cure in the agent's dialect (phrases: `logPhrases` of the catalogue, reference/agents.md §6).
 * Without `asked`, the agent whose words they are; where several write the same, `candidates` names them and the cures are general. Nothing of the text is in the answer: some agents log their token.
 */
export function explainLog(
  written: string,
  catalogue: readonly AgentDefinition[],
  asked: AgentDefinition | null,
  wiring: (agentId: string | null) => Wiring,
): ExplainAnswer {
  const text = written.replaceAll('\r\n', '\n');
  const placeOf = textPlaces(text);
  const readings = (asked === null ? catalogue : [asked])
    .map((definition) => read(definition, text, placeOf))
    .filter(({ weight }) => weight > 0);
  const most = Math.max(0, ...readings.map(({ weight }) => weight));
  const best = readings.filter(({ weight }) => weight === most);
  const [first] = best;
  if (first === undefined) return { agent: null, candidates: [], said: [] };
  const definition = best.length === 1 ? first.definition : null;
  const speaker: Speaker = { definition, wiring: wiring(definition?.id ?? null) };
  const lines = best.flatMap((each) => each.lines).sort((one, other) => one.line - other.line);
  // Several agents may mean different things by the same words, or one agent several: then each is one of what it can be.
  const meant = lines.flatMap(({ line, phrase }) => codesOf(phrase).map((code) => ({ line, code, phrase })));
  const codes = [...new Set(meant.map(({ code }) => code))];
  return {
    agent: definition?.id ?? null,
    candidates: definition === null ? best.map((each) => each.definition.id) : [],
    said: codes.map((code) => {
      const own = meant.filter((each) => each.code === code);
      const at = [...new Set(own.map(({ line }) => line))];
      const isDoubtful = meant.some((each) => each.code !== code && at.includes(each.line));
      const told = own.find(({ phrase }) => phrase.cause !== undefined)?.phrase.cause ?? null;
      const diagnosis = diagnosisOf(code, speaker, isDoubtful ? 'possible' : 'probable', definition && told);
      return { lines: at.slice(0, MOST_NAMED), count: at.length, diagnosis };
    }),
  };
}

function codesOf({ code, or = [] }: LogPhrase): readonly string[] {
  return [code, ...or];
}

function read(definition: AgentDefinition, text: string, placeOf: ReturnType<typeof textPlaces>): Reading {
  const found = new Map<number, LoggedLine>();
  const counted = new Set<string>();
  for (const phrase of definition.logPhrases) {
    const words = phrase.phrase;
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
      if (!isWhere(phrase, text, at)) continue;
      const { line } = placeOf(at);
      counted.add(words);
      // Of two phrases in one line the longer one says more.
      if ((found.get(line)?.phrase.phrase.length ?? 0) < words.length) found.set(line, { line, phrase });
    }
  }
  if (found.size === 0) return { definition, lines: [], weight: 0 };
  for (const mark of definition.logMarks ?? []) if (text.includes(mark)) counted.add(mark);
  const all = [...found.values()].sort((one, other) => one.line - other.line);
  const clear = all.filter(({ phrase }) => phrase.isVague !== true);
  const weight = [...counted].reduce((sum, words) => sum + words.length, 0);
  return { definition, lines: clear.length > 0 ? clear : all, weight };
}

function isWhere({ phrase, where }: LogPhrase, text: string, at: number): boolean {
  if (where === undefined) return true;
  const before = text.slice(Math.max(0, at - MOST_AROUND), at);
  const [after = ''] = text.slice(at, at + phrase.length + MOST_AROUND).split('\n', 1);
  return where.test(before.slice(before.lastIndexOf('\n') + 1) + after);
}

/** The agent says so itself, but a log does not always say of which server; so nothing is ever certain. `told` is a cause that its words name exactly. */
function diagnosisOf(
  code: string,
  speaker: Speaker,
  confidence: Diagnosis['confidence'],
  told: string | null,
): Diagnosis {
  const { summary, cause, fixes } = logMeaning(code, speaker);
  return { code, summary, cause: told ?? cause, confidence, fixes: [...fixes] };
}
