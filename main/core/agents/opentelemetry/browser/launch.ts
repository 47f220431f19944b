import { basename } from 'node:path';
import type { LaunchPlan, LaunchRequest, ProjectFiles } from '../../definition.ts';
import { hasToken } from '../../forms/variables.ts';
import { serviceNameFrom } from '../../service-name.ts';
import { frameworks } from './frameworks.ts';
import { TOKEN } from './own-form.ts';
import { recognise } from './project.ts';

/**
 * Starts what passes the reports of a page on, with the token in its environment and Node.js told of the authority. Nothing is loaded into a page from outside: it brings the SDK
 * itself, under a name that its code gives.
 */
export async function launch(request: LaunchRequest, files: ProjectFiles): Promise<LaunchPlan> {
  const { command, cwd, wiring } = request;
  const [program = ''] = command;
  const project = recognise(cwd, files);
  const isRelay = /^(nginx|[\w-]*otelcol[\w-]*|elastic-otel-collector)(\.exe)?$/.test(basename(program));
  if (project === null && !isRelay) {
    const [sdk] = frameworks;
    return {
      ready: false,
      missing: '@opentelemetry/sdk-trace-web',
      where: `package.json of ${cwd}`,
      install: sdk?.install ?? '',
    };
  }
  return {
    ready: true,
    command,
    service: request.service ?? project?.name ?? serviceNameFrom(basename(cwd)) ?? 'my-page',
    env: { ...(hasToken(wiring) ? { [TOKEN]: wiring.token } : {}), NODE_EXTRA_CA_CERTS: wiring.caFile },
    notes: [
      `${command.join(' ')} has the token in ${TOKEN}, and the page has none. It reports once its server passes on what the page sends, as the snippet says.`,
      ...(basename(program).startsWith('nginx')
        ? ['nginx reads no variables; write its line with the token as the snippet says.']
        : []),
    ],
  };
}
