import type { DoctorCheck, DoctorReport } from '../../contract/index.ts';
import { xmlText } from '../export/xml-text.ts';

/**
 * A report as JUnit XML, one test case a check: what failed is a failure, what was skipped is skipped, and a warning passes with its words in `system-out`, since JUnit knows nothing between.
 */
export function junitReport({ url, checks, at, ms }: DoctorReport): string {
  const count = (state: DoctorCheck['state']): number => checks.filter((check) => check.state === state).length;
  const suite = attributes({
    name: 'sealwire doctor',
    hostname: hostOf(url),
    tests: String(checks.length),
    failures: String(count('failed')),
    errors: '0',
    skipped: String(count('skipped')),
    timestamp: at.slice(0, 19),
    time: (ms / 1000).toFixed(3),
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite${suite}>`,
    `    <properties><property${attributes({ name: 'url', value: url })}/></properties>`,
    ...checks.flatMap((check) => caseLines(check)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function caseLines(check: DoctorCheck): string[] {
  const { id, title, state, summary } = check;
  const inner =
    state === 'failed'
      ? `<failure${attributes({ message: summary, type: id })}>${xmlText(wordsOf(check))}</failure>`
      : state === 'skipped'
        ? `<skipped${attributes({ message: summary })}/>`
        : `<system-out>${xmlText(wordsOf(check))}</system-out>`;
  return [
    `    <testcase${attributes({ classname: 'sealwire.doctor', name: `${id}: ${title}` })}>`,
    `      ${inner}`,
    '    </testcase>',
  ];
}

function wordsOf({ state, summary, evidence, fix, details }: DoctorCheck): string {
  return [
    `${state}: ${summary}`,
    ...(evidence === '' ? [] : [`Evidence: ${evidence}`]),
    ...details.map(({ what, text, state: each }) => `- ${what} (${each}): ${text}`),
    ...(fix === null ? [] : [`Cure: ${fix}`]),
  ].join('\n');
}

/** Line breaks would become spaces in an attribute, and a quotation mark would end it. */
function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(value.replace(/[\t\n]/g, ' ')).replaceAll('"', '&quot;')}"`)
    .join('');
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
