import { basename } from 'node:path';
import type { AgentDefinition, LaunchPlan, LaunchRequest, ProjectFiles } from '../../definition.ts';
import { trustLine } from '../../php/environment.ts';
import { bundleWithout, phpOf } from '../../php/launch.ts';
import { serviceNameFrom } from '../../service-name.ts';
import { launchWith } from '../launch-with.ts';
import { frameworks, SDK } from './frameworks.ts';
import { recognise } from './project.ts';

/** Prints PHP's version, that of EDOT's extension and that of OpenTelemetry's own, or null. */
const PROBE =
  'echo json_encode([PHP_VERSION, phpversion("opentelemetry_distro") ?: null, phpversion("opentelemetry") ?: null]);';

/**
 * Wires a PHP program by its environment. PHP is asked whether it has EDOT's extension, which reads a CA file; an application that brings the SDK trusts what the system trusts,
 * so the system's store is looked into first.
 */
export async function launch(
  definition: AgentDefinition,
  request: LaunchRequest,
  files: ProjectFiles,
): Promise<LaunchPlan> {
  const php = phpOf(request);
  const found = readProbe(await files.run(php, ['-r', PROBE], request.cwd, request.env));
  const project = recognise(request.cwd, files);
  const [edot, sdk] = frameworks;
  if (found === null) {
    return { ready: false, missing: 'PHP', where: `no PHP could be started as "${php}"`, install: edot?.install ?? '' };
  }
  const isEdot = found.edot !== null;
  if (!isEdot && project === null) {
    return { ready: false, missing: SDK, where: `composer.json of ${request.cwd}`, install: sdk?.install ?? '' };
  }
  const bundle = isEdot ? null : bundleWithout(request.wiring.caFile, files);
  if (bundle !== null) {
    return { ready: false, missing: 'Sealwire’s authority', where: bundle, install: trustLine(request.wiring) };
  }
  const inferred = project?.name ?? serviceNameFrom(basename(request.cwd)) ?? 'php-app';
  const { service, env, notes } = launchWith(definition, request, inferred);
  return {
    ready: true,
    isFound: true,
    command: request.command,
    service,
    env: { ...env, ...(isEdot ? {} : { OTEL_PHP_AUTOLOAD_ENABLED: 'true' }) },
    notes: [
      isEdot
        ? `EDOT’s extension ${found.edot} of PHP ${found.version} is wired in ${request.command.join(' ')}.`
        : `${SDK} of ${request.cwd} is started by Composer’s autoloader, and wired by variables.`,
      ...(isEdot || found.extension !== null
        ? []
        : [
            'PHP has no extension opentelemetry, so what libraries do is not seen; only spans of the application’s own code are.',
          ]),
      ...notes,
    ],
  };
}

function readProbe(
  output: string | null,
): { readonly version: string; readonly edot: string | null; readonly extension: string | null } | null {
  const line = output?.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('[')) return null;
  const said: unknown = JSON.parse(line);
  if (!Array.isArray(said)) return null;
  const [version, edot, extension]: unknown[] = said;
  return {
    version: String(version),
    edot: typeof edot === 'string' ? edot : null,
    extension: typeof extension === 'string' ? extension : null,
  };
}
