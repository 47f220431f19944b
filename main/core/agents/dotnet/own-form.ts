import type { Block, Framework, Setting, Wiring } from '../definition.ts';
import { typed } from '../forms/env.ts';
import { hasToken, withoutToken } from '../forms/variables.ts';
import { quoteCSharp } from '../quote/csharp.ts';
import { SHELLS } from '../shell-dialect.ts';
import { fillTemplate } from '../template.ts';
import { environment, trustLine } from './environment.ts';
import { isPackage } from './frameworks.ts';
import { type Loader, loaderOf } from './places.ts';
import { settings } from './settings.ts';

const CONTAINERS = ['docker', 'compose', 'kubernetes'];
const RELEASES = 'https://github.com/elastic/apm-agent-dotnet/releases/download';

/** The agent as a package or unpacked where .NET will load it from, and the authority in the store of a system on which no variable names it. */
export function setUp(as: string, framework: Framework, wiring: Wiring): readonly Block[] {
  const line = CONTAINERS.includes(as) || as === 'systemd' ? null : trustLine(wiring);
  return [
    ...agentBlocks(as, framework, wiring),
    ...(line === null ? [] : [{ title: 'Let this machine trust the authority', ...typed(line) }]),
  ];
}

function agentBlocks(as: string, framework: Framework, wiring: Wiring): readonly Block[] {
  const loader = as === 'code' ? null : loaderOf(framework, wiring);
  if (loader === null) {
    const line = `dotnet add package Elastic.Apm.NetCoreAll --version ${wiring.agentVersion}`;
    return [{ title: 'Add the agent to the project', ...typed(line) }];
  }
  if (!CONTAINERS.includes(as)) return [{ title: 'Unpack the agent', ...typed(unpack(loader, wiring, loader.folder)) }];
  const name = loader.folder.replace(/^.*[\\/]/, '');
  return [
    { title: 'Unpack the agent beside the Dockerfile', ...typed(unpack(loader, wiring, name)) },
    {
      title: 'Bring the agent into the image',
      path: null,
      language: 'dockerfile',
      content: `COPY ${name} /opt/${name}\n`,
      isCommand: false,
    },
  ];
}

function unpack({ zip }: Loader, { agentVersion, shell }: Wiring, folder: string): string {
  const url = `${RELEASES}/v${agentVersion}/${zip}`;
  const into = SHELLS[shell].argument(folder);
  if (shell === 'pwsh')
    return `Invoke-WebRequest ${url} -OutFile ${zip}\nExpand-Archive ${zip} -DestinationPath ${into}`;
  if (shell === 'cmd') return `curl -fLO ${url}\nmkdir ${into}\ntar -xf ${zip} -C ${into}`;
  return `curl -fLO ${url}\n${folder.startsWith('/') ? 'sudo ' : ''}unzip ${zip} -d ${into}`;
}

/**
 * As a package the agent is switched on in the code, with its settings there, in appsettings.json or in variables. Loaded from outside it reads variables alone: the file
 * of those is Properties/launchSettings.json, from which `dotnet run` takes them.
 */
export function ownForm(as: string, framework: Framework, wiring: Wiring): readonly Block[] | null {
  const program = isPackage(framework) ? framework.id : 'aspnetcore';
  if (as === 'code') return [code(`${program}.code.cs`, wiring)];
  if (isPackage(framework)) {
    return [...(as === 'file' ? [appSettings(wiring)] : []), code(`${program}.cs`, wiring)];
  }
  return as === 'file' ? [launchSettings(framework, wiring)] : [];
}

function code(template: string, wiring: Wiring): Block {
  const content = fillTemplate(`dotnet/${template}`, {
    URL: quoteCSharp(wiring.url),
    SERVICE: quoteCSharp(wiring.service),
    ENVIRONMENT: wiring.environment === null ? null : quoteCSharp(wiring.environment),
    TOKEN_NOTE: hasToken(wiring) ? 'The secret token comes from ELASTIC_APM_SECRET_TOKEN, so it is in no file.' : null,
  });
  return {
    title: 'Switch the agent on in the code',
    path: 'Program.cs',
    language: 'csharp',
    content,
    isCommand: false,
  };
}

function appSettings(wiring: Wiring): Block {
  const ElasticApm = {
    ServerUrl: wiring.url,
    ServiceName: wiring.service,
    ...(wiring.environment === null ? {} : { Environment: wiring.environment }),
  };
  return json('Add to appsettings.json', 'appsettings.json', { ElasticApm });
}

function launchSettings(framework: Framework, wiring: Wiring): Block {
  const environmentVariables = Object.fromEntries(
    withoutToken({ id: 'dotnet', settings }, environment(wiring, framework)),
  );
  const profiles = { Sealwire: { commandName: 'Project', environmentVariables } };
  return json('Add to the profiles of the project', 'Properties/launchSettings.json', { profiles });
}

function json(title: string, path: string, value: object): Block {
  return { title, path, language: 'json', content: `${JSON.stringify(value, null, 2)}\n`, isCommand: false };
}

/** One setting as an entry of the section in appsettings.json, or of the collection in code. */
export function ownLine(as: string, setting: Setting, value: string): string {
  if (as === 'file') return `"${setting.code}": ${JSON.stringify(value)}`;
  return `["ElasticApm:${setting.code}"] = ${quoteCSharp(value)},`;
}
