import type { LintFinding } from '../../../contract/index.ts';
import type { PlacedFinding } from './lint-paths.ts';
import { RULES } from './rules.ts';

/** The rule that looks at several files together has no file of its own among the rules. */
const BETWEEN_FILES = {
  id: 'contradiction',
  summary: 'Of two forms that disagree, one is passed over without a word.',
};

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** Findings as SARIF 2.1.0 (OASIS), for what shows them beside the code; every rule is named, also those that found nothing. */
export function sarifOf(findings: readonly PlacedFinding[], version: string): object {
  const rules = [...RULES, BETWEEN_FILES].map(({ id, summary }) => ({ id, shortDescription: { text: summary } }));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Sealwire', version, rules } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
          level: finding.severity,
          message: { text: finding.message },
          locations: [
            { physicalLocation: { artifactLocation: { uri: uriOf(finding.file) }, region: regionOf(finding) } },
          ],
          ...fixesOf(finding),
        })),
      },
    ],
  };
}

/** A relative path as a relative reference, an absolute one as a file URL (RFC 3986 §4). */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]%3A\//.test(path)) return `file:///${path.replace('%3A', ':')}`;
  return path.startsWith('/') ? `file://${path}` : path;
}

/** What mends it, where that is known: one fix of replacements in the order of the text, of which no two may overlap (SARIF 2.1.0 §3.55 to §3.57). */
function fixesOf({ file, fix, edits }: PlacedFinding): object {
  const replacements = edits
    .toSorted((one, other) => one.line - other.line || one.column - other.column)
    .filter((edit, at, all) => at === 0 || !isBefore(edit, all[at - 1]))
    .map((edit) => ({
      deletedRegion: regionOf(edit),
      ...(edit.text === '' ? {} : { insertedContent: { text: edit.text } }),
    }));
  if (replacements.length === 0) return {};
  const text = fix === null ? 'Mend the setting.' : fix === '' ? 'Take the setting out.' : `Write: ${fix}`;
  const artifactChanges = [{ artifactLocation: { uri: uriOf(file) }, replacements }];
  return { fixes: [{ description: { text }, artifactChanges }] };
}

/** Whether an edit begins before the end of the one in front of it. */
function isBefore(edit: Region, former: Region | undefined): boolean {
  if (former === undefined) return false;
  return edit.line < former.endLine || (edit.line === former.endLine && edit.column < former.endColumn);
}

type Region = Pick<LintFinding, 'line' | 'column' | 'endLine' | 'endColumn'>;

function regionOf({ line, column, endLine, endColumn }: Region): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
