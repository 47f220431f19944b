import { setValue } from '../edits.ts';
import type { Meant, Problem, Rule, Severity } from '../lint-types.ts';
import { misreadSwitch, unitlessDuration } from '../value-spellings.ts';

/** From here on a bare number is rather meant in milliseconds. */
const LIKELY_MILLISECONDS = 1000;

/** Values that are spelt in a way that silently does something else than it says. */
export const valueSpelling: Rule = {
  id: 'value-spelling',
  summary: 'Some spellings of a switch or a duration silently do nothing, or stop the agent.',
  source: 'reference/agents.md §1.3, §1.4',
  check: ({ meant }) => meant.flatMap((each) => switchProblem(each) ?? durationProblem(each) ?? []),
};

function switchProblem(meant: Meant): Problem | null {
  const { written, known, text } = meant;
  if (text === null || written.lookup === 'InsecureSkipVerify') return null;
  const switches = known.filter(({ setting }) => setting.format === 'boolean');
  const misread = switches.flatMap(({ agent }) => {
    const otherwise = misreadSwitch(agent.id, text.trim());
    return otherwise === null ? [] : [`the agent for ${agent.title} ${otherwise}`];
  });
  if (misread.length === 0) return null;
  const severity: Severity = misread.length === switches.length ? 'error' : 'warning';
  const message = `"${shortened(text)}" for ${written.name} does not say what it seems to: ${misread.join('; ')}. Every agent reads true and false in small letters.`;
  const meantValue = /^(no|off|0|f|false|n|none|disabled?)$/i.test(text.trim())
    ? 'false'
    : /^(yes|on|1|t|true|y|enabled?)$/i.test(text.trim())
      ? 'true'
      : null;
  return { at: meant, severity, message, edits: meantValue === null ? [] : setValue(written, meantValue) };
}

function durationProblem(meant: Meant): Problem | null {
  const { written, known, text } = meant;
  if (text === null || !/^\s*\d+(\.\d+)?\s*$/.test(text) || Number(text) === 0) return null;
  const durations = known.filter(({ setting }) => setting.format === 'duration');
  const misread = durations.flatMap(({ agent }) => {
    const otherwise = unitlessDuration(agent.id);
    return otherwise === null ? [] : [`the agent for ${agent.title} ${otherwise}`];
  });
  if (misread.length === 0) return null;
  const number = text.trim();
  const mended = Number(number) >= LIKELY_MILLISECONDS ? `${number}ms` : `${number}s`;
  const message = `"${number}" for ${written.name} lacks its unit: ${misread.join('; ')}. Write ${mended}.`;
  const isRefused = durations.some(({ agent }) => ['go', 'java', 'python'].includes(agent.id));
  return {
    at: meant,
    severity: isRefused ? 'error' : 'warning',
    message,
    edits: written.isText ? setValue(written, mended) : [],
  };
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
