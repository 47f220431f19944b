import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { CA_FILE, sampleAgents } from './sample-agents.ts';

const catalogue = await loadCatalogue();
let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'sealwire-dotnet-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const launch = (command: string[], more: Record<string, string> = {}) =>
  sampleAgents(catalogue).launch({ command, cwd: folder, env: { HOME: folder, ...more } }, new Secret('k3y'));

const web = (inside = ''): string =>
  `<Project Sdk="Microsoft.NET.Sdk.Web">\n  <PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup>\n${inside}\n</Project>\n`;

describe('a command of .NET', () => {
  test('is wired by a startup hook that is unpacked beside the project, after the hooks of the person', async () => {
    write('Shop.csproj', web());
    write('ElasticApmAgent_1.34.5/ElasticApmAgentStartupHook.dll', '');
    const own = join(folder, 'own', 'Hook.dll');

    const { agent, service, env, command } = await launch(['dotnet', 'run'], {
      DOTNET_STARTUP_HOOKS: own,
      ELASTIC_APM_SERVER_CERT: '/pin.pem',
    });

    expect([agent, service]).toEqual(['dotnet', 'Shop']);
    expect(env).toMatchObject({
      DOTNET_STARTUP_HOOKS: `${own}:${folder}/ElasticApmAgent_1.34.5/ElasticApmAgentStartupHook.dll`,
      ELASTIC_APM_SERVER_URL: 'https://localhost:8200',
      ELASTIC_APM_SECRET_TOKEN: 'k3y',
      ELASTIC_APM_SERVICE_NAME: 'Shop',
      ELASTIC_APM_FLUSH_INTERVAL: '1s',
      ELASTIC_APM_SERVER_CERT: null,
      SSL_CERT_FILE: CA_FILE,
    });
    expect(command).toEqual(['dotnet', 'run']);
  });

  test('keeps the hook that its environment names, once', async () => {
    write('hooks/ElasticApmAgentStartupHook.dll', '');
    const hook = join(folder, 'hooks', 'ElasticApmAgentStartupHook.dll');

    const { env, service } = await launch(['dotnet', 'bin/till.dll'], { DOTNET_STARTUP_HOOKS: hook });

    expect(env.DOTNET_STARTUP_HOOKS).toBe(hook);
    expect(service).toBe('till');
  });

  test('needs no hook where the project has the package, and hears what wins over its variables', async () => {
    write(
      'src/Shop.csproj',
      web(
        '<PropertyGroup><AssemblyName>Acme.Shop</AssemblyName></PropertyGroup>\n<ItemGroup><PackageReference Include="Elastic.Apm.NetCoreAll" Version="1.30.0" /></ItemGroup>',
      ),
    );
    write('src/appsettings.Development.json', '{ "ElasticApm": { "ServerUrl": "http://elsewhere" } }');

    const { env, notes, service } = await launch(['dotnet', 'run', '--project', 'src'], {
      ElasticApm__ServerUrl: 'http://elsewhere',
      ELASTICAPM__APIKEY: 'old',
    });

    expect(service).toBe('Acme_Shop');
    expect(env).not.toHaveProperty('DOTNET_STARTUP_HOOKS');
    expect(env).toMatchObject({ ElasticApm__ServerUrl: null, ELASTICAPM__APIKEY: null });
    expect(notes.join('\n')).toContain('appsettings.Development.json wins over the variables');
    expect(notes.join('\n')).toContain('ELASTICAPM__APIKEY is set in your environment and taken away');
  });

  test('finds the project of a program that is built already', async () => {
    write('Shop.csproj', web('<PackageReference Include="Elastic.Apm.AspNetCore" />'));
    write('bin/Release/net8.0/Shop.dll', '');

    const { notes } = await launch(['dotnet', 'bin/Release/net8.0/Shop.dll']);

    expect(notes[0]).toContain(join(folder, 'Shop.csproj'));
  });

  test('without hook and package names the command that adds one', async () => {
    write('Shop.csproj', web('<PackageReference Include="Elastic.Apm.SqlClient" Version="1.34.5" />'));

    await expect(launch(['dotnet', 'run'])).rejects.toMatchObject({
      code: 'AGENT_ABSENT',
      message: expect.stringContaining('ElasticApmAgentStartupHook.dll'),
      fix: expect.stringContaining(`dotnet add ${join(folder, 'Shop.csproj')} package Elastic.Apm.NetCoreAll`),
    });
  });
});

describe('how .NET comes to trust', () => {
  const show = (shell: string, caFile: string, as = 'env', framework = 'aspnetcore') =>
    sampleAgents(catalogue, { caPath: () => caFile }).show(
      { agent: 'dotnet', as, framework, shell, reveal: false },
      null,
    );
  const WINDOWS = 'C:\\Users\\Ada\\AppData\\Local\\Sealwire\\ca.pem';
  const MAC = '/Users/ada/Library/Application Support/Sealwire/ca.pem';

  test.each([
    ['pwsh', WINDOWS, 'sealwire trust install windows-user'],
    ['cmd', WINDOWS, 'sealwire trust install windows-user'],
    ['bash', MAC, 'sealwire trust install macos-user'],
    ['pwsh', MAC, 'sealwire trust install macos-user'],
  ])('is by the store of the system in %s with %s', async (shell, caFile, line) => {
    const { env, commands } = await show(shell, caFile);

    expect(env).not.toHaveProperty('SSL_CERT_FILE');
    expect(commands).toContain(line);
  });

  test.each(['docker', 'compose', 'kubernetes'])('is by SSL_CERT_FILE in %s, wherever it is written', async (as) => {
    const { env, commands } = await show('pwsh', WINDOWS, as, 'hook');

    expect(env).toMatchObject({
      SSL_CERT_FILE: '/run/sealwire/ca.pem',
      DOTNET_STARTUP_HOOKS: '/opt/elastic-apm-agent/ElasticApmAgentStartupHook.dll',
    });
    expect(commands.join('\n')).not.toContain('trust install');
  });

  test('is what the cure says on each system', () => {
    const definition = catalogue.find(({ id }) => id === 'dotnet');
    const cure = (caFile: string, shell: 'bash' | 'pwsh') =>
      definition
        ?.cure('CA_NOT_TRUSTED', 'env', {
          url: 'https://localhost:8200',
          token: 'k3y',
          caFile,
          service: 'shop',
          environment: null,
          agentVersion: '1.34.5',
          sealwire: 'sealwire',
          home: null,
          shell,
          auth: 'token',
        })
        .map(({ snippet }) => snippet);

    expect(cure(CA_FILE, 'bash')).toEqual([`export SSL_CERT_FILE=${CA_FILE}`]);
    expect(cure(WINDOWS, 'pwsh')).toEqual(['sealwire trust install windows-user']);
    expect(cure(MAC, 'bash')).toEqual(['sealwire trust install macos-user']);
  });
});

describe('IIS Express', () => {
  const OLD = '<Project><PropertyGroup><TargetFrameworkVersion>v4.8</TargetFrameworkVersion></PropertyGroup></Project>';
  const module = '<add name="ElasticApmModule" type="x" />';

  test('is wired by its environment where Web.config has the module, and hears what wins over it', async () => {
    write('site/Till.csproj', OLD);
    write('site/Web.config', `<add key="ElasticApm:ServerUrl" value="http://elsewhere" />${module}`);

    const { agent, service, env, notes } = await launch(['iisexpress.exe', '/path:site']);

    expect([agent, service]).toEqual(['dotnet-framework', 'Till']);
    expect(env).toMatchObject({ ELASTIC_APM_SECRET_TOKEN: 'k3y', ELASTIC_APM_SERVICE_NAME: 'Till' });
    expect(env).not.toHaveProperty('SSL_CERT_FILE');
    expect(notes.join('\n')).toContain('Web.config wins over the variables: it sets ServerUrl.');
  });

  test('without the module names the command that adds it', async () => {
    write('Till.csproj', OLD);

    await expect(launch(['iisexpress'])).rejects.toMatchObject({
      code: 'AGENT_ABSENT',
      fix: expect.stringContaining('Install-Package Elastic.Apm.AspNetFullFramework'),
    });
  });
});

test('a project of .NET Framework is none of .NET', async () => {
  write(
    'old/Old.csproj',
    '<Project><PropertyGroup><TargetFrameworkVersion>v4.8</TargetFrameworkVersion></PropertyGroup></Project>',
  );
  write(
    'both/Both.csproj',
    '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net48</TargetFramework></PropertyGroup></Project>',
  );
  write('jobs/Jobs.fsproj', '<Project Sdk="Microsoft.NET.Sdk.Worker"></Project>');

  const found = await sampleAgents(catalogue, { startedIn: folder }).projects({ folders: [] });

  expect(found.map(({ name, agent, framework }) => [name, agent, framework])).toEqual([
    ['Both', 'dotnet-framework', 'iis'],
    ['Jobs', 'dotnet', 'worker'],
    ['Old', 'dotnet-framework', 'iis'],
  ]);
});
