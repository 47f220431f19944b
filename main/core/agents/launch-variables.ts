import type { AgentDefinition, LaunchRequest } from './definition.ts';
import { settingOf, tokenVariable } from './forms/variables.ts';

/** How often an agent that was started by `run` sends, so that its ladder is seen to rise at once. */
const SEND_INTERVAL = '1s';
const SEND_INTERVAL_MS = '1000';

/**
 * The variables that wire a process, laid over the environment it would have had. Server, token and authority are the wiring's; a service name, a
 * deployment environment and a send interval that the person set stay theirs. What must never be on, or would win over the token, is
 * taken away (null). `service.isSet` tells whether the name has to be set or will be found by the agent itself.
 */
export function launchVariables(
  definition: AgentDefinition,
  request: LaunchRequest,
  service: { readonly name: string; readonly isSet: boolean },
): { env: Readonly<Record<string, string | null>>; notes: readonly string[] } {
  const framework = definition.frameworks[0];
  if (framework === undefined) throw new Error(`the definition of ${definition.id} names no framework`);
  const serviceName = settingOf(definition, 'serviceName').env ?? '';
  const wired = definition
    .environment({ ...request.wiring, service: service.name }, framework)
    .filter(([name]) => !definition.loaders.includes(name) && (name !== serviceName || service.isSet));
  const { env: interval, format } = settingOf(definition, 'sendInterval');
  const removed = unwanted(definition, request);
  return {
    env: {
      ...Object.fromEntries(removed.map((name) => [name, null])),
      ...(interval !== null && request.env[interval] === undefined
        ? { [interval]: format === 'milliseconds' ? SEND_INTERVAL_MS : SEND_INTERVAL }
        : {}),
      ...Object.fromEntries(wired),
    },
    notes: [
      ...removed.map(
        (name) => `${name} is set in your environment and taken away for this run: it contradicts the wiring.`,
      ),
      ...silenced(definition, request),
    ],
  };
}

function unwanted(definition: AgentDefinition, { env, wiring }: LaunchRequest): string[] {
  const names = definition.settings.flatMap((setting) =>
    setting.never === null || setting.env === null ? [] : [setting.env],
  );
  if (wiring.auth === 'none') names.push(tokenVariable(definition));
  return names.filter((name) => env[name] !== undefined);
}

/** A switch by which the person turned the agent off stays as they set it, but they are told, since nothing will ever arrive. */
function silenced(definition: AgentDefinition, { env }: LaunchRequest): string[] {
  const { env: name, off = 'false' } = settingOf(definition, 'active');
  if (name === null || env[name]?.toLowerCase() !== off) return [];
  return [`${name} is ${off} in your environment, so the agent stays off.`];
}
