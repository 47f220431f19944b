import type { Framework, Wiring } from '../definition.ts';
import { hasToken } from '../forms/variables.ts';
import { SHELLS, sealwireLine } from '../shell-dialect.ts';

/** Where the profiler's zip is unpacked; the identity of the application pool has to be able to read it. */
export const PROFILER = 'C:\\elastic-apm-profiler';

/** The variable without which the others of the profiler do nothing. */
export const LOADER = 'COR_ENABLE_PROFILING';

/** Everything that wires the agent and, for the profiler, loads it (apm-agent-dotnet 1.34.5, docs/reference/setup-auto-instrumentation.md). */
export function environment(wiring: Wiring, framework: Framework): readonly (readonly [string, string])[] {
  return [
    ['ELASTIC_APM_SERVER_URL', wiring.url],
    ...(hasToken(wiring) ? [['ELASTIC_APM_SECRET_TOKEN', wiring.token] as const] : []),
    ['ELASTIC_APM_SERVICE_NAME', wiring.service],
    ...(wiring.environment === null ? [] : [['ELASTIC_APM_ENVIRONMENT', wiring.environment] as const]),
    ...(framework.id === 'profiler' ? profiler() : []),
  ];
}

function profiler(): readonly (readonly [string, string])[] {
  return [
    [LOADER, '1'],
    ['COR_PROFILER', '{FA65FE15-F085-4681-9B20-95E04F6C03CC}'],
    ['COR_PROFILER_PATH', `${PROFILER}\\elastic_apm_profiler.dll`],
    ['ELASTIC_APM_PROFILER_HOME', PROFILER],
    ['ELASTIC_APM_PROFILER_INTEGRATIONS', `${PROFILER}\\integrations.yml`],
    // Without it IIS shares assemblies between domains, which the profiler cannot change.
    ['COMPlus_LoaderOptimization', '1'],
  ];
}

/** The line that puts the authority into the store of the machine: an application pool runs as a user of its own. */
export function trustLine(wiring: Pick<Wiring, 'shell' | 'sealwire' | 'home'>): string {
  return sealwireLine(wiring, 'trust install windows-machine');
}

/** IIS Express, for a person's own machine, with what would load the profiler elsewhere for it alone; where IIS itself holds the variables, its application pool. */
export function startLine(as: string, framework: Framework, { shell }: Wiring): string {
  if (framework.id === 'profiler' && as === 'file') return 'powershell -Command "Start-WebAppPool DefaultAppPool"';
  const folder = { bash: '"$PWD"', fish: '"$PWD"', pwsh: '$PWD', cmd: '"%CD%"' }[shell];
  const start = `iisexpress /path:${folder}`;
  return framework.id === 'profiler' ? SHELLS[shell].withVariable(LOADER, '1', start) : start;
}
