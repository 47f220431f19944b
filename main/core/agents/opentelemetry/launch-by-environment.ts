import { basename } from 'node:path';
import type { LaunchPlan, ProjectFiles } from '../definition.ts';
import { serviceNameFrom } from '../service-name.ts';
import type { Language } from './language.ts';
import { launchWith } from './launch-with.ts';

/** A launch that loads nothing: variables wire the command, and it reports where its code, or an extension of its runtime, starts the SDK. `nameOf` knows the project's name. */
export function launchByEnvironment(
  nameOf: (folder: string, files: ProjectFiles) => string | null,
): Language['launch'] {
  return async (definition, request, files): Promise<LaunchPlan> => {
    const inferred = nameOf(request.cwd, files) ?? serviceNameFrom(basename(request.cwd)) ?? 'app';
    const { service, env, notes } = launchWith(definition, request, inferred);
    return {
      ready: true,
      command: request.command,
      service,
      env,
      notes: [
        `${request.command.join(' ')} is wired by variables. It reports if OpenTelemetry is started in it with an exporter that reads them.`,
        ...notes,
      ],
    };
  };
}
