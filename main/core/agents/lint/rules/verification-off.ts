import { takeOut } from '../edits.ts';
import type { Meant, Problem, Rule } from '../lint-types.ts';
import { isOffFor } from '../value-spellings.ts';

/** Switches of runtimes and of OpenTelemetry that have the same effect; the value that switches verification off. */
const OTHER_SWITCHES: Readonly<Record<string, RegExp>> = {
  NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
  ELASTIC_OTEL_VERIFY_SERVER_CERT: /^false$/i,
  OTEL_RUBY_EXPORTER_OTLP_SSL_VERIFY_NONE: /^(true|1)$/i,
};

/** gRPC in plain text (specification, exporter.md); for the distribution of PHP no verification. Both let anyone read the token. */
const INSECURE = /^OTEL_EXPORTER_OTLP_(\w+_)?INSECURE$/;

/** Without verification anyone on the way can present any certificate, and reads the token. */
export const verificationOff: Rule = {
  id: 'verification-off',
  summary: 'Without verification of the server, anyone on the way can read the token.',
  source: 'reference/agents.md §1.2, §1.4, §1.5',
  check: ({ meant }) => meant.flatMap((each) => problemOf(each, meant) ?? []),
};

/** A switch for everything that a program does, which is an agent's affair only beside settings of one. */
function isShared({ written }: Meant): boolean {
  return Object.hasOwn(OTHER_SWITCHES, written.lookup);
}

function isOfAgent(meant: Meant): boolean {
  return meant.known.length > 0 && !isShared(meant);
}

function problemOf(meant: Meant, all: readonly Meant[]): Problem | null {
  const { written, known, text } = meant;
  if (text === null) return null;
  const switches = known.filter(({ setting }) => setting.key === 'verify');
  const isOff = INSECURE.test(written.lookup)
    ? /^true$/i.test(text)
    : written.lookup === 'InsecureSkipVerify'
      ? text === 'true'
      : !isShared(meant) && switches.some(({ agent }) => isOffFor(agent.id, text));
  const isOther = OTHER_SWITCHES[written.lookup]?.test(text) === true && all.some(isOfAgent);
  if (!isOff && !isOther) return null;
  const message = `${written.name} switches verification of the server off: anyone on the way can pretend to be it and read the token. Take it out and let the agent trust the authority; that takes one line as well.`;
  return { at: meant, severity: 'error', message, edits: [takeOut(written)] };
}
