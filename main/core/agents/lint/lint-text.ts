import type { Edit, LintContext, Meant, Problem, Severity } from './lint-types.ts';
import { meaningOf } from './meaning.ts';
import type { Reader } from './reader.ts';
import { READERS } from './readers.ts';
import { RULES } from './rules.ts';
import type { Span } from './span.ts';
import { textPlaces } from './text-places.ts';

/** One thing that will not work, with its place. Holds no secret. */
export interface TextFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  /** The setting as it should be written; empty where it should go, null where no text can be given. */
  readonly fix: string | null;
  readonly edits: readonly Edit[];
}

export interface LintedText {
  /** The format it was read as; null where nothing of an agent is in it. */
  readonly reader: Reader | null;
  readonly meant: readonly Meant[];
  readonly findings: readonly TextFinding[];
  /** Where secrets stand, to be masked where the text is shown. */
  readonly secrets: readonly Span[];
}

export interface LintTextRequest extends Pick<LintContext, 'catalogue' | 'factsOf' | 'inGit' | 'versionOf'> {
  readonly text: string;
  /** The file's name, without its folder; null for a pasted text, whose format is then found by what is in it. */
  readonly name: string | null;
  /** Ids of the agents that it may be for; empty where that is not known. */
  readonly agents: readonly string[];
}

const NOTHING: LintedText = { reader: null, meant: [], findings: [], secrets: [] };

/** Reads one text and looks it over by every rule. */
export function lintText(request: LintTextRequest): LintedText {
  const { text, catalogue } = request;
  const read = readText(request);
  if (read === null) return NOTHING;
  const { reader, meant } = read;
  const context: LintContext = { ...request, meant, catalogue };
  const found = RULES.flatMap((rule) => rule.check(context).map((problem) => ({ rule: rule.id, problem })));
  // Any text may look like a list of names and values; without a name of an agent's in it, nothing says that it is one.
  const isAny = request.name === null && found.length === 0 && !meant.some(isKnown);
  return isAny ? NOTHING : { reader, meant, findings: findingsOf(text, found), secrets: secretsIn(meant) };
}

/** The format of a text and what is in it; null where no reader finds anything of an agent. */
export function readText({
  text,
  name,
  catalogue,
  agents,
}: Pick<LintTextRequest, 'text' | 'name' | 'catalogue' | 'agents'>): {
  readonly reader: Reader;
  readonly meant: readonly Meant[];
} | null {
  const file = name?.toLowerCase() ?? null;
  const readers = file === null ? READERS : READERS.filter((reader) => reader.matches(file));
  const candidates = readers.map((reader) => {
    const meant = meaningOf(reader.read(text, file ?? ''), catalogue, agents);
    return {
      reader,
      meant,
      weight: weightOf(meant),
    };
  });
  const [best] = candidates.sort((one, other) => other.weight - one.weight || other.meant.length - one.meant.length);
  return best === undefined || best.meant.length === 0 ? null : best;
}

/** A name in the place where its agent reads it weighs more than any number of others. */
function weightOf(meant: readonly Meant[]): number {
  const elsewhere = meant.filter((each) => each.known.length === 0 && isKnown(each)).length;
  return meant.filter(({ known }) => known.length > 0).length + elsewhere / (elsewhere + 1);
}

function isKnown({ known, knownElsewhere }: Meant): boolean {
  return known.length + knownElsewhere.length > 0;
}

function findingsOf(
  text: string,
  found: readonly { readonly rule: string; readonly problem: Problem }[],
): TextFinding[] {
  const placeOf = textPlaces(text);
  const findings = found.map(({ rule, problem }) => {
    const { severity, message, edits, at } = problem;
    const { start } = at.written.nameSpan;
    const end = Math.max(at.written.nameSpan.end, at.written.valueSpan.end);
    const [from, to] = [placeOf(start), placeOf(end)];
    return {
      rule,
      severity,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      message,
      fix: fixOf(text, problem),
      edits,
    };
  });
  const worse = new Set(
    findings.filter(({ severity }) => severity !== 'note').map(({ line, column }) => `${line}:${column}`),
  );
  return findings
    .filter(({ severity, line, column }) => severity !== 'note' || !worse.has(`${line}:${column}`))
    .sort((one, other) => one.line - other.line || one.column - other.column);
}

/** The setting with its edits, and nothing around it, which may be anybody's secret. */
function fixOf(text: string, { at, edits }: Problem): string | null {
  const { wholeSpan, valueSpan } = at.written;
  if (edits.length === 0) return null;
  const isInSecret =
    at.secret !== null &&
    edits.some(({ start, end, text: put }) => put !== '' && start >= valueSpan.start && end <= valueSpan.end);
  if (isInSecret) return null;
  const masked =
    at.secret !== null && !edits.some(({ start, end }) => start <= valueSpan.start && end >= valueSpan.end);
  const all = masked ? [...edits, { ...valueSpan, text: '[redacted]' }] : edits;
  return applyEdits(text, all, wholeSpan).trim();
}

/** A stretch of the text, the whole of it by default, with the edits that lie within it; of two that overlap the first counts. */
export function applyEdits(
  text: string,
  edits: readonly Edit[],
  within: Span = { start: 0, end: text.length },
): string {
  const sorted = [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
  let [at, mended] = [within.start, ''];
  for (const edit of sorted) {
    if (edit.start < at || edit.end > within.end) continue;
    mended += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return mended + text.slice(at, within.end);
}

function secretsIn(meant: readonly Meant[]): Span[] {
  return meant
    .filter(({ secret }) => secret !== null && secret.reveal() !== '')
    .map(({ written }) => ({ start: written.valueSpan.start, end: written.valueSpan.end }));
}
