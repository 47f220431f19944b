import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Status } from '../../main/contract/index.ts';
import { keychainMissing, withKeychain } from './keychain-session.ts';
import { type Instance, systemHome } from './system-home.ts';

/** Everything that has to be the same after a restart. */
interface Picture {
  readonly authority: string | undefined;
  readonly pem: string;
  readonly certificate: string | undefined;
  readonly token: string;
  readonly services: readonly unknown[];
  readonly attempts: readonly string[];
  readonly events: readonly unknown[];
}

async function picture(instance: Instance): Promise<Picture> {
  const client = await instance.connect();
  const status: Status = await client.call('status', {});
  const { token } = await client.call('token.show', {});
  const { attempts } = await client.call('attempt.list', {});
  const { events } = await client.call('event.list', {});
  return {
    authority: status.authorities.find(({ current }) => current)?.fingerprint256,
    pem: readFileSync(instance.ready.ca, 'utf8'),
    certificate: status.certificates.find(({ inUse }) => inUse)?.fingerprint256,
    token,
    services: status.services.map(({ service, agent, counts, stoppedAt }) => ({ service, agent, counts, stoppedAt })),
    attempts: attempts.map(({ id, service, outcome }) => `${id} ${service} ${outcome}`),
    events: events.map(({ sequence, service, kind, id }) => ({ sequence, service, kind, id })),
  };
}

describe('after a stop and a start', () => {
  const vaults = [
    { vault: 'passphrase', kind: 'passphrase', skip: '' },
    { vault: 'session', kind: 'secret-service', skip: keychainMissing },
  ] as const;
  for (const { vault, kind, skip } of vaults) {
    test.skipIf(skip !== '')(`everything is as it was, with secrets in ${kind}${skip}`, async () => {
      const at = await systemHome(vault);
      const start = kind === 'secret-service' ? withKeychain(at) : {};
      const first = await at.up([], start);
      const probe = await at.run(['probe']);
      const before = await picture(first);
      await at.run(['stop']);
      await first.ended;

      const second = await at.up([], start);
      const after = await picture(second);

      expect(probe.code, probe.stdout).toBe(0);
      expect([first.ready.vault, second.ready.vault]).toEqual([kind, kind]);
      expect(before).toMatchObject({
        services: [{ service: 'sealwire-probe', stoppedAt: null }],
        attempts: [expect.stringMatching(/ok$/)],
      });
      expect(before.events).toHaveLength(2);
      expect(after).toEqual(before);
      expect((await at.run(['probe'])).code).toBe(0);
      await at.run(['stop']);
    });
  }

  test('nothing of a session vault is there any more', async () => {
    const at = await systemHome('session');
    const first = await at.up();
    const before = await picture(first);
    const { stdout } = await at.run(['vault', 'status', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'session', persistent: false, state: 'ready' });
    expect(filesUnder(at.home).filter((path) => /workspaces|sealed|\.key$|\.pem$/.test(path))).toEqual([
      first.ready.ca,
      join(at.home, 'run', 'instance.key'),
    ]);

    expect(await first.stop()).toBe(0);
    const gone = existsSync(first.ready.ca);
    const second = await at.up();
    const after = await picture(second);

    expect(gone).toBe(false);
    expect(first.ready.vault).toBe('session');
    expect(after.authority).not.toBe(before.authority);
    expect(after.token).not.toBe(before.token);
  });
});

describe('a second start', () => {
  test('hands over to the first, whatever it was asked for', async () => {
    const at = await systemHome();
    const first = await at.up();

    const second = await at.run(['up', '--json', '--no-ui', '--port', '18999']);
    const inBackground = await at.run(['up', '--json', '--no-ui', '--background']);

    for (const { code, stdout, stderr } of [second, inBackground]) {
      expect([code, stderr]).toEqual([0, '']);
      expect(JSON.parse(stdout)).toEqual({ ...first.ready, alreadyRunning: true });
    }
    expect(first.child.exitCode).toBeNull();
  });

  test('of a stopped endpoint starts it again, as the diagnosis tells people to', async () => {
    const at = await systemHome();
    const first = await at.up();
    await at.run(['probe']);
    const client = await first.connect();
    await client.call('endpoint.stop', {});
    const { services } = await client.call('service.list', {});

    const again = await at.run(['up', '--json', '--no-ui', '--port', String(first.port)]);

    expect(services[0]?.diagnosis).toMatchObject({
      code: 'ENDPOINT_STOPPED',
      fixes: [{ snippet: expect.stringMatching(/sealwire up --home \S+$/) }],
    });
    expect([again.code, again.stderr]).toEqual([0, '']);
    expect(JSON.parse(again.stdout)).toEqual({ ...first.ready, alreadyRunning: true });
    expect((await at.run(['probe'])).code).toBe(0);
  });

  test('at the same instant, eight times over, makes one instance and one authority', async () => {
    const at = await systemHome();

    const all = await Promise.all(Array.from({ length: 8 }, () => at.up()));

    expect(all.filter(({ ready }) => !ready.alreadyRunning)).toHaveLength(1);
    expect(new Set(all.map(({ ready }) => `${ready.pid} ${ready.endpoint} ${ready.ca}`)).size).toBe(1);
    expect(readdirSync(join(at.home, 'workspaces', 'default', 'authorities'))).toHaveLength(1);
    const joined = all.filter(({ ready }) => ready.alreadyRunning);
    expect(await Promise.all(joined.map(({ ended }) => ended))).toEqual(Array(7).fill(0));
  }, 60_000);
});

test('up --background outlives the command that started it, until stop', async () => {
  const at = await systemHome();

  const started = await at.run(['up', '--json', '--no-ui', '--port', '0', '--background']);
  const { pid } = JSON.parse(started.stdout);
  const status = await at.json('status');
  const stopped = await at.json('stop');

  expect(started).toMatchObject({ code: 0, stderr: '' });
  expect(status).toMatchObject({ endpoint: { listening: true, pid } });
  expect(stopped).toEqual({ stopped: true, pid });
  expect(await at.json('stop')).toEqual({ stopped: false, pid: null });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() || each.isSocket())
    .map((each) => join(each.parentPath, each.name))
    .sort();
}
