import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Push } from '../../../main/contract/index.ts';
import { createCore } from '../../../main/core/core.ts';
import { listenOnAll } from '../../../main/core/endpoint/listen.ts';
import { foldersOf } from '../../../main/core/host/folders.ts';
import { removeOwnFiles } from '../../../main/core/host/own-files.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { runEndpoint } from '../../support/running-endpoint.ts';
import { tempHome } from '../../support/temp-security.ts';
import { createTestAuthority } from '../../support/test-authority.ts';

const DAY_MS = 86_400_000;

/** Fingerprint of the certificate that a new connection is shown. */
function servedBy(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', rejectUnauthorized: false });
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      resolve(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
  });
}

describe('waking up', () => {
  test('renews the certificate that expired meanwhile, and tells anew what depends on the time', async () => {
    const home = tempHome();
    let nowMs = Date.now();
    const core = await createCore({
      host: { ...realHost({ HOME: home, PATH: process.env.PATH }), now: () => new Date(nowMs) },
      folders: foldersOf(join(home, 'data')),
      workspace: 'default',
      facts: { version: '1.2.3', home, startedIn: home, command: 'sealwire', script: '/opt/sealwire' },
      control: { stop: () => undefined, link: () => null },
      endpoint: { port: 0, auth: 'token', durable: false },
      isInteractive: true,
    });
    onTestFinished(() => core.close());
    await core.handlers['init.run']({
      vault: 'passphrase',
      passphrase: 'correct horse',
      constraints: true,
      domains: [],
      listen: true,
    });
    const before = await core.handlers.status({});
    const pushes: Push[] = [];
    core.listen((push) => pushes.push(push));

    nowMs += 400 * DAY_MS;
    expect(await core.handlers['app.wake']({})).toEqual({ listening: true });

    const told = pushes.flatMap((push) => (push.topic === 'changed' ? push.what : []));
    expect(told).toEqual(expect.arrayContaining(['status', 'certificates', 'endpoint']));
    const after = await core.handlers.status({});
    expect(before.certificates[0]?.daysLeft).toBeGreaterThan(300);
    expect(after.certificates.map(({ inUse, state, names }) => ({ inUse, state, names }))).toEqual([
      { inUse: false, state: 'expired', names: before.certificates[0]?.names },
      { inUse: true, state: 'valid', names: before.certificates[0]?.names },
    ]);
    expect(after.certificates[1]).toMatchObject({ daysLeft: 395, renews: before.certificates[0]?.id });
    expect(after.notices.map(({ id }) => id)).not.toContain('certificate-expired');
    expect(await servedBy(after.endpoint?.port ?? 0)).toBe(after.certificates[1]?.fingerprint256);

    nowMs += 500 * DAY_MS;
    await core.handlers['app.wake']({});

    const ended = await core.handlers.status({});
    expect(ended.notices.map(({ id }) => id)).toContain('authority-expired');
    expect(ended.certificates).toHaveLength(2);
    expect(after.endpoint?.url).toBe(before.endpoint?.url);
  });

  test('listens again on the same port where the system took an address away', async () => {
    let isAlive = true;
    let listens = 0;
    const listenOn: typeof listenOnAll = async (...given) => {
      listens += 1;
      return { ...(await listenOnAll(...given)), isAlive: () => isAlive };
    };
    const authority = createTestAuthority();
    onTestFinished(authority.remove);
    const running = await runEndpoint(authority.issue(['localhost']), {}, { listenOn });
    onTestFinished(() => running.close());

    expect((await running.endpoint.recheck()).listening).toBe(true);
    expect(listens).toBe(1);
    isAlive = false;
    const state = await running.endpoint.recheck();

    expect(listens).toBe(2);
    expect(state).toMatchObject({ listening: true, port: running.port, problem: null });
  });
});

test('what the desktop app keeps goes with the rest, and a file of the system’s or the person’s stays', () => {
  const home = tempHome();
  const folders = foldersOf(home);
  mkdirSync(join(folders.desktop, 'Cache'), { recursive: true });
  for (const name of ['desktop.json', 'desktop.json.damaged-20261125T080000Z', 'desktop.ini', 'desktop-notes.txt'])
    writeFileSync(join(home, name), '');

  removeOwnFiles(realHost().disk, folders);

  expect(existsSync(folders.desktop)).toBe(false);
  expect(readdirSync(home)).toEqual(['desktop-notes.txt', 'desktop.ini']);
});
