import type { Block, Framework, Setting, Wiring } from '../definition.ts';
import { typed } from '../forms/env.ts';
import { hasToken } from '../forms/variables.ts';
import { quotePwsh } from '../quote/pwsh.ts';
import { quoteXmlAttribute } from '../quote/xml.ts';
import { tokenCommand } from '../shell-dialect.ts';
import { fillTemplate } from '../template.ts';
import { environment, PROFILER, trustLine } from './environment.ts';

const RELEASES = 'https://github.com/elastic/apm-agent-dotnet/releases/download';

/** The package or the profiler, and the authority in the store of the machine. */
export function setUp(_as: string, framework: Framework, wiring: Wiring): readonly Block[] {
  return [
    framework.id === 'profiler'
      ? { title: 'Unpack the profiler', ...typed(unpack(wiring)) }
      : {
          title: 'Add the agent to the project, in the package manager’s console',
          ...typed(`Install-Package Elastic.Apm.AspNetFullFramework -Version ${wiring.agentVersion}`),
        },
    { title: 'Let this machine trust the authority', ...typed(trustLine(wiring)) },
  ];
}

function unpack({ agentVersion, shell }: Wiring): string {
  const zip = `elastic_apm_profiler_${agentVersion}.zip`;
  const url = `${RELEASES}/v${agentVersion}/${zip}`;
  if (shell === 'pwsh')
    return `Invoke-WebRequest ${url} -OutFile ${zip}\nExpand-Archive ${zip} -DestinationPath ${PROFILER}`;
  const folder = shell === 'cmd' ? PROFILER : `'${PROFILER}'`;
  return `curl -fLO ${url}\nmkdir ${folder}\ntar -xf ${zip} -C ${folder}`;
}

/** The module and the settings in Web.config. The profiler reads variables alone, so its file is that of IIS, in which the application pool gets them. */
export function ownForm(as: string, framework: Framework, wiring: Wiring): readonly Block[] | null {
  if (as === 'code') return null;
  if (framework.id === 'profiler') return as === 'file' ? [pool(environment(wiring, framework), wiring)] : [];
  if (as !== 'file') return [webConfig('module.config', wiring)];
  const token = environment(wiring, framework).filter(([name]) => name === 'ELASTIC_APM_SECRET_TOKEN');
  return [webConfig('web.config', wiring), ...(hasToken(wiring) ? [pool(token, wiring)] : [])];
}

function webConfig(template: string, wiring: Wiring): Block {
  const content = fillTemplate(`dotnet-framework/${template}`, {
    URL: quoteXmlAttribute(wiring.url),
    SERVICE: quoteXmlAttribute(wiring.service),
    ENVIRONMENT: wiring.environment === null ? null : quoteXmlAttribute(wiring.environment),
  });
  return { title: 'Add to Web.config', path: 'Web.config', language: 'xml', content, isCommand: false };
}

/** Variables of an application pool, set by a cmdlet, so that the token is in no command line; they are kept in a file of IIS that administrators alone read. */
function pool(variables: readonly (readonly [string, string])[], wiring: Wiring): Block {
  const pwsh: Wiring = { ...wiring, shell: 'pwsh' };
  const lines = variables.map(([name, value]) => {
    const written = name === 'ELASTIC_APM_SECRET_TOKEN' ? `(${tokenCommand(pwsh)})` : quotePwsh(value);
    return `  ${name} = ${written}`;
  });
  const content = fillTemplate('dotnet-framework/pool.ps1', { VARIABLES: lines.join('\n') });
  return {
    title: 'On IIS, in PowerShell as an administrator: give the application pool its variables',
    ...typed(content.trimEnd()),
  };
}

/** One setting as a line of the appSettings in Web.config. */
export function ownLine(_as: string, setting: Setting, value: string): string {
  return `<add key="ElasticApm:${setting.code}" value=${quoteXmlAttribute(value)} />`;
}
