import type { AgentDefinition, LaunchRequest } from '../definition.ts';
import { launchVariables } from '../launch-variables.ts';

const FOR_ONE_SIGNAL = /^OTEL_EXPORTER_OTLP_(TRACES|METRICS|LOGS)_(ENDPOINT|HEADERS|CERTIFICATE|PROTOCOL|INSECURE)$/;

/**
 * The variables that wire a process with an SDK. Those for one signal would win over the general ones and are taken away. The name is the one asked for, the person's own variable, or
 * `inferred`: an SDK that is told none calls itself `unknown_service`.
 */
export function launchWith(
  definition: AgentDefinition,
  request: LaunchRequest,
  inferred: string,
): {
  readonly service: string;
  readonly env: Readonly<Record<string, string | null>>;
  readonly notes: readonly string[];
} {
  const own = request.env.OTEL_SERVICE_NAME ?? '';
  const name = request.service ?? (own === '' ? inferred : own);
  const isSet = request.service !== null || own === '';
  const { env, notes } = launchVariables(definition, request, { name, isSet });
  const contradicting = Object.keys(request.env).filter((each) => FOR_ONE_SIGNAL.test(each) && !(each in env));
  const removed = Object.fromEntries(contradicting.map((each) => [each, null]));
  return {
    service: name,
    env: { ...removed, ...env },
    notes: [
      ...contradicting.map(
        (each) => `${each} is set in your environment and taken away for this run: it wins over the general one.`,
      ),
      ...notes,
    ],
  };
}
