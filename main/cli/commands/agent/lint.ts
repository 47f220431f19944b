import { fail } from '../../../contract/errors.ts';
import type { LintFinding } from '../../../contract/index.ts';
import { loadCatalogue } from '../../../core/agents/catalogue.ts';
import { choose } from '../../../core/agents/choose.ts';
import { lintPaths } from '../../../core/agents/lint/lint-paths.ts';
import { sarifOf } from '../../../core/agents/lint/sarif.ts';
import { isVersion } from '../../../core/agents/version.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import type { Output } from '../../output.ts';
import type { Paint } from '../../paint.ts';
import { plain } from '../../table.ts';

export const meta: CommandMeta = {
  summary: 'Find what will not work in the settings of agents, in files and folders',
  words: ['PATH…'],
  options: {
    agent: { kind: 'value', value: 'AGENT', help: 'The agent it is for, where the project does not say' },
    'agent-version': {
      kind: 'value',
      value: 'V',
      help: 'Version of the agent that is installed, where the project does not say',
    },
    sarif: { kind: 'flag', help: 'Print SARIF 2.1.0 with fixes, for what shows findings beside the code' },
  },
  examples: [
    ['sealwire agent lint .', 'every file of this project; exit code 1 where something will not work'],
    ['sealwire agent lint .env compose.yaml --json', 'two files, as JSON'],
  ],
};

/** Reads files and changes none. Exit code 1 for an error or a warning; notes alone pass. */
export async function run({ given, output, host, program }: CommandContext): Promise<number> {
  const catalogue = await loadCatalogue();
  const asked = given.value('agent');
  const version = given.value('agent-version');
  if (version !== undefined && !isVersion(version)) {
    throw fail('USAGE', { what: `"${version}" is no version.`, fix: 'Write it in numbers, such as 4.18.0.' });
  }
  const { findings: placed, files } = await lintPaths({
    host,
    catalogue,
    paths: given.words,
    agent: asked === undefined ? null : choose('agent', asked, catalogue, ({ id }) => id).id,
    agentVersion: version ?? null,
    progress: (looked) => output.note(`${looked} files looked at …`),
  });
  const findings = placed.map(({ edits: _, ...finding }): LintFinding => finding);
  const failed = findings.some(({ severity }) => severity !== 'note');
  if (given.flag('sarif') === true) {
    const sarif = sarifOf(placed, program.version);
    output.answer(sarif, () => [JSON.stringify(sarif, null, 2)]);
  } else output.answer({ findings }, () => linesOf(findings, files, output));
  return failed ? 1 : 0;
}

function linesOf(findings: readonly LintFinding[], files: number, { paint, typed }: Output): string[] {
  const counted = `${files} ${files === 1 ? 'file' : 'files'} looked at`;
  if (findings.length === 0) return [paint.good(`Nothing found. ${counted}.`)];
  const colours = { error: paint.bad, warning: paint.attention, note: paint.dim };
  return [
    ...findings.flatMap(({ rule, severity, file, line, column, message, fix }) => [
      `${paint.strong(plain(`${file}:${line}:${column}`))}  ${colours[severity](severity)}  ${paint.dim(rule)}`,
      `  ${plain(typed(message))}`,
      ...fixLines(fix, paint),
    ]),
    '',
    `${summaryOf(findings)}; ${counted}.`,
  ];
}

function fixLines(fix: string | null, paint: Paint): string[] {
  if (fix === null) return [];
  if (fix === '') return [paint.good('  take it out')];
  return fix.split('\n').map((line) => paint.good(`  ${plain(line)}`));
}

function summaryOf(findings: readonly LintFinding[]): string {
  const count = (severity: LintFinding['severity'], one: string, many: string): string[] => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  };
  return [
    ...count('error', 'error', 'errors'),
    ...count('warning', 'warning', 'warnings'),
    ...count('note', 'note', 'notes'),
  ].join(', ');
}
