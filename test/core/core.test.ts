import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ParsedInput, Push } from '../../main/contract/index.ts';
import { type Core, createCore } from '../../main/core/core.ts';
import { foldersOf } from '../../main/core/host/folders.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { tempHome } from '../support/temp-security.ts';

/** A core on a home of its own, with a passphrase vault; it is closed after the test. */
async function openCore(
  home: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ core: Core; pushes: Push[]; stops: number[] }> {
  const stops: number[] = [];
  const core = await createCore({
    host: realHost({ HOME: home, PATH: process.env.PATH, ...env }),
    folders: foldersOf(join(home, 'data')),
    workspace: 'default',
    facts: {
      version: '1.2.3',
      home: join(home, 'data'),
      startedIn: home,
      command: 'sealwire',
      script: '/opt/sealwire/sealwire',
    },
    control: { stop: () => stops.push(1), link: () => null },
    endpoint: { port: 0, auth: 'token', durable: false },
    isInteractive: true,
  });
  onTestFinished(() => core.close());
  const pushes: Push[] = [];
  core.listen((push) => pushes.push(push));
  return { core, pushes, stops };
}

const CLICK: ParsedInput<'init.run'> = {
  vault: 'passphrase',
  passphrase: 'correct horse',
  constraints: true,
  domains: [],
  listen: true,
};

describe('the core', () => {
  test('removes what it keeps, and leaves a file of the person’s where it is', async () => {
    const home = tempHome();
    const { core } = await openCore(home);
    await core.handlers['init.run'](CLICK);
    const data = join(home, 'data');
    writeFileSync(join(data, 'notes.txt'), 'mine');
    mkdirSync(join(data, 'settings.json.backup'));
    await core.handlers['event.list']({ text: 'any word', limit: 10 });
    expect(readdirSync(data)).toEqual(expect.arrayContaining(['events.sqlite', 'words.sqlite']));

    const { plan } = await core.handlers['app.remove']({ confirm: false });
    expect(existsSync(join(data, 'workspaces'))).toBe(true);
    const { removed } = await core.handlers['app.remove']({ confirm: true });

    expect(plan.join('\n')).toContain('1 secret token');
    expect(removed).toBe(true);
    expect(readdirSync(data)).toEqual(['notes.txt']);
  });

  test('takes the folder away where nothing else is in it', async () => {
    const home = tempHome();
    const { core } = await openCore(home);
    await core.handlers['init.run'](CLICK);

    await core.handlers['app.remove']({ confirm: true });

    expect(existsSync(join(home, 'data'))).toBe(false);
  });

  test('keeps telling of an endpoint that was stopped, and starts it again where agents look for it', async () => {
    const { core } = await openCore(tempHome());
    expect((await core.handlers.status({})).endpoint).toBeNull();
    await core.handlers['init.run'](CLICK);
    const before = (await core.handlers.status({})).endpoint;

    await core.handlers['endpoint.stop']({});

    const stopped = (await core.handlers.status({})).endpoint;
    expect(stopped).toMatchObject({ listening: false, since: null, problem: null, url: before?.url });
    const { blocks } = await core.handlers['agent.show']({ agent: 'python', service: 'shop-api', reveal: false });
    expect(blocks.map(({ content }) => content).join('\n')).toContain(`ELASTIC_APM_SERVER_URL=${before?.url}`);
    expect(await core.handlers['endpoint.start']({})).toMatchObject({ listening: true, url: before?.url });
  });

  test('gives out a diagnostics bundle without a secret in it', async () => {
    const { core } = await openCore(tempHome());
    await core.handlers['init.run'](CLICK);
    const { token } = await core.handlers['token.show']({});

    const { filename, content } = await core.handlers['app.diagnostics']({});

    expect(filename).toMatch(/^sealwire-diagnostics-\d{4}-\d\d-\d\d\.json$/);
    expect(JSON.parse(content)).toMatchObject({ version: '1.2.3', status: { initialised: true } });
    expect(content).toContain('the endpoint listens');
    expect(content).not.toContain(token);
    expect(content).not.toContain('correct horse');
  });

  test('tells its listeners that a setting changed', async () => {
    const { core, pushes } = await openCore(tempHome());

    await core.handlers['settings.set']({ theme: 'dark' });

    expect(pushes).toContainEqual({ topic: 'changed', what: ['settings'] });
    expect((await core.handlers['settings.get']({})).theme).toBe('dark');
  });

  test('opens no terminal where there is no display, and says why', async () => {
    const { core } = await openCore(tempHome());

    const refused = core.handlers['terminal.run']({ agent: 'nodejs', service: 'shop' });

    await expect(refused).rejects.toMatchObject({
      code: 'TERMINAL_MISSING',
      message: expect.stringContaining('no display'),
    });
  });

  test('starts nothing but the run line of a framework it knows in a terminal', async () => {
    const home = tempHome();
    const { core } = await openCore(home, { DISPLAY: ':99' });

    const refused = core.handlers['terminal.run']({ agent: 'nodejs', framework: 'express; rm -rf /', service: 'shop' });

    await expect(refused).rejects.toMatchObject({ message: expect.stringContaining('express; rm -rf /') });
  });
});
