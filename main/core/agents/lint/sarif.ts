import type { LintFinding } from '../../../contract/index.ts';
import { RULES } from './rules.ts';

/** The rule that looks at several files together has no file of its own among the rules. */
const BETWEEN_FILES = {
  id: 'contradiction',
  summary: 'Of two forms that disagree, one is passed over without a word.',
};

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** Findings as SARIF 2.1.0 (OASIS), for what shows them beside the code; every rule is named, also those that found nothing. */
export function sarifOf(findings: readonly LintFinding[], version: string): object {
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

function regionOf({ line, column, endLine, endColumn }: LintFinding): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
