import type { Setting } from '../definition.ts';

const MS_A_UNIT: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Attributes of OpenTelemetry that name the environment, the newer first (semantic conventions, `deployment`). */
const ENVIRONMENT = ['deployment.environment.name', 'deployment.environment'];
const ATTRIBUTES = 'OTEL_RESOURCE_ATTRIBUTES';

/** What a setting's text says for itself: of a list of attributes, the one that is meant; null where it is not among them. */
export function plainText({ env }: Setting, text: string): string | null {
  if (env !== ATTRIBUTES) return text;
  const pairs = text.split(',').map((pair) => pair.split(/=(.*)/));
  const value = ENVIRONMENT.map((name) => pairs.find(([key]) => key?.trim() === name)?.[1]).find(Boolean);
  return value === undefined ? null : decoded(value.trim());
}

/** The value of one agent's setting as another agent's has to say it: switches that mean the opposite, durations with and without a unit. */
export function valueThere(here: Setting, there: Setting, text: string): string {
  if (here.key === 'active') {
    const isOff = text.trim().toLowerCase() === (here.off ?? 'false');
    const off = there.off ?? 'false';
    return isOff ? off : String(off === 'false');
  }
  const milliseconds = millisecondsOf(here, text);
  if (milliseconds === null || here.format === there.format) return text;
  if (there.format === 'milliseconds') return String(milliseconds);
  return there.format === 'duration' ? `${milliseconds}ms` : text;
}

function millisecondsOf({ format }: Setting, text: string): number | null {
  if (format === 'milliseconds') return /^\d+$/.test(text) ? Number(text) : null;
  const [, number, unit = ''] = format === 'duration' ? (/^(\d+)(ms|s|m|h)$/.exec(text) ?? []) : [];
  return number === undefined ? null : Number(number) * (MS_A_UNIT[unit] ?? 0);
}

/** Attributes are percent-encoded; one that is not, or wrongly, says what it says. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
