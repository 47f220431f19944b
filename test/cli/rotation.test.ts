import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSealwire, startSealwire } from '../support/running-sealwire.ts';
import { createTestAuthority } from '../support/test-authority.ts';

/* Changing tokens and certificates while clients of their own processes go on: `sealwire token …` and `sealwire rehearse`. */

const folder = mkdtempSync(join(tmpdir(), 'sealwire-rotation-'));
const authority = createTestAuthority();
const script = join(folder, 'client.cjs');
/** Sends one event for each line that it reads and says what came of it; with PIN it takes no other certificate than the first that it met. */
writeFileSync(
  script,
  `const https = require('node:https'), fs = require('node:fs'), tls = require('node:tls');
let pinned = null;
require('node:readline').createInterface({ input: process.stdin }).on('line', (token) => {
  const body = JSON.stringify({ metadata: { service: { name: process.env.ELASTIC_APM_SERVICE_NAME, agent: { name: 'go', version: '2' } } } }) + '\\n' + JSON.stringify({ log: { message: 'x' } }) + '\\n';
  const asked = https.request(process.env.TO + '/intake/v2/events', { method: 'POST', agent: false, ca: fs.readFileSync(process.env.CA),
    headers: { authorization: 'Bearer ' + token, 'content-type': 'application/x-ndjson' },
    checkServerIdentity: (host, certificate) => {
      pinned ??= certificate.fingerprint256;
      return process.env.PIN && certificate.fingerprint256 !== pinned ? new Error('pinned') : tls.checkServerIdentity(host, certificate);
    } });
  asked.on('error', (error) => console.log(error.message));
  asked.on('response', (response) => { response.resume(); response.on('end', () => console.log(response.statusCode)); });
  asked.end(body);
});`,
);

let sealwire: RunningSealwire;
const clients: ChildProcess[] = [];
beforeAll(async () => {
  sealwire = await startSealwire();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.kill();
});
afterAll(async () => {
  await sealwire.stop();
  authority.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A process of its own that sends when it is told to, and yields what came of it. */
function client(service: string, more: Record<string, string> = {}): (token: string) => Promise<string> {
  const child = spawn(process.execPath, [script], {
    env: { ELASTIC_APM_SERVICE_NAME: service, TO: sealwire.ready.endpoint, CA: sealwire.ready.ca, ...more },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  clients.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async (token) => {
    child.stdin.write(`${token}\n`);
    return String((await lines.next()).value);
  };
}

const activeToken = async (): Promise<string> => (await sealwire.client.call('token.show', {})).token;
const json = async (...args: string[]) => {
  const { code, stdout, stderr } = await sealwire.cli([...args, '--json']);
  return { code, answer: JSON.parse(stdout === '' ? (stderr.split('\n').at(-2) ?? '') : stdout) };
};

/** Begins a rehearsal and yields its report; `during` runs as soon as the endpoint plays it, and ends it. */
async function rehearse(
  input: { readonly change: 'token' | 'certificate'; readonly certificate?: { chain: string; key: string } },
  during: () => Promise<void>,
) {
  const playing = played();
  const report = sealwire.client.call('rehearsal.run', { ...input, seconds: 600, agreed: true });
  // Where it is refused, that is what the test is to hear.
  await Promise.race([playing, report]);
  await during();
  await sealwire.client.call('rehearsal.end', {});
  const { services } = await report;
  return Object.fromEntries(services.map(({ service, result }) => [service, result]));
}

/** Resolves once the endpoint plays a change. */
function played(): Promise<void> {
  return new Promise((resolve) => {
    const stop = sealwire.client.listen(async (push) => {
      if (push.topic !== 'changed' || !push.what.includes('status')) return;
      const { notices } = await sealwire.client.call('status', {});
      if (!notices.some(({ id }) => id === 'rehearsal')) return;
      stop();
      resolve();
    });
  });
}

describe('a token is changed', () => {
  test('without losing anybody: the old one is refused its end while somebody uses it', async () => {
    const [moved, stays] = [client('moved'), client('stays-behind')];
    const old = await activeToken();
    expect([await moved(old), await stays(old)]).toEqual(['202', '202']);
    const { answer: before } = await json('token', 'list');
    const [{ id }] = before.tokens;

    const rotated = await json('token', 'rotate', '--within', '7d');
    const fresh = await activeToken();
    expect([await moved(fresh), await stays(old)]).toEqual(['202', '202']);
    await sealwire.service('moved', ({ tokenId }) => tokenId === rotated.answer.id);

    const refused = await json('token', 'retire', id, '--yes');
    expect(refused).toMatchObject({ code: 1, answer: { error: { code: 'TOKEN_IN_USE' } } });
    expect(refused.answer.error.message).toContain('stays-behind');
    expect(refused.answer.error.message).not.toContain('moved,');
    const { answer: list } = await json('token', 'list');
    expect(list.tokens.find((each: { id: string }) => each.id === id).until).toMatch(/^\d{4}-/);

    expect(await stays(fresh)).toBe('202');
    await sealwire.service('stays-behind', ({ tokenId }) => tokenId === rotated.answer.id);
    expect((await json('token', 'retire', id, '--yes')).code).toBe(0);
    expect(await stays(old)).toBe('401');
  });

  test('by force also where somebody uses it, and it is known that one is there already', async () => {
    const send = client('forced');
    const old = await activeToken();
    await send(old);
    const [{ id }] = (await json('token', 'list')).answer.tokens;
    expect((await json('token', 'new')).answer.error.fix).toContain('token rotate');
    await json('token', 'rotate');

    expect((await json('token', 'retire', id, '--yes', '--force')).code).toBe(0);
    expect(await send(old)).toBe('401');
  });

  test('on a real server by a plan that changes nothing here', async () => {
    const { code, answer } = await json('token', 'plan', 'https://apm.example.com:8200');

    expect([code, answer.steps.length]).toEqual([0, 6]);
    expect(JSON.stringify(answer)).toContain('--relay https://apm.example.com:8200');
    expect(JSON.stringify(answer)).not.toContain(await activeToken());
    expect((await json('token', 'plan', 'http://apm.example.com')).code).toBe(2);
  });
});

describe('a change is played', () => {
  test('of the token: who has not moved would be lost, and is let in again afterwards', async () => {
    const [moved, behind] = [client('rehearsed-moved'), client('rehearsed-behind')];
    client('silent');
    const old = await activeToken();
    await Promise.all([moved(old), behind(old)]);
    await json('token', 'rotate');
    const fresh = await activeToken();

    const report = await rehearse({ change: 'token' }, async () => {
      expect(await behind(old)).toBe('401');
      expect(await moved(fresh)).toBe('202');
    });

    expect(report).toMatchObject({ 'rehearsed-moved': 'stays', 'rehearsed-behind': 'lost', forced: 'unseen' });
    expect(await behind(old)).toBe('202');
  });

  test('of the certificate, as a renewal: whoever pins it would be lost, whoever trusts the authority stays', async () => {
    const [trusting, pinning] = [client('trusting'), client('pinning', { PIN: '1' })];
    const token = await activeToken();
    expect([await trusting(token), await pinning(token)]).toEqual(['202', '202']);
    await sealwire.service('pinning', ({ process }) => process !== null);

    const report = await rehearse({ change: 'certificate' }, async () => {
      expect(await pinning(token)).toBe('pinned');
      expect(await trusting(token)).toBe('202');
    });

    expect(report).toMatchObject({ trusting: 'stays', pinning: 'lost' });
    expect(await pinning(token)).toBe('202');
  });

  test('of the certificate, as the server is to get it from another authority', async () => {
    const send = client('stranger-to-it');
    const token = await activeToken();
    await send(token);
    const { chainPem, keyPem } = authority.issue(['localhost']);
    const certificate = { chain: chainPem, key: keyPem.reveal() };

    const report = await rehearse({ change: 'certificate', certificate }, async () => {
      expect(await send(token)).toMatch(/unable to verify|self-signed/);
    });

    expect(report['stranger-to-it']).toBe('lost');
    expect(await send(token)).toBe('202');
  });

  test('by the command line, whose report and exit code say it', async () => {
    const { code, stdout } = await sealwire.cli(['rehearse', 'certificate', '--within', '1s', '--yes', '--json']);

    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ change: 'certificate', seconds: 1 });
  });

  test.each([
    [['rehearse', 'name'], 2, 'token, or certificate'],
    [['rehearse', 'certificate', '--cert', '/x'], 2, 'Give both'],
    [['rehearse', 'certificate', '--cert', script, '--key', script, '--yes'], 1, 'PEM'],
  ])('%j is refused', async (args, expected, fix) => {
    const { code, answer } = await json(...args);

    expect([code, answer.error.fix]).toEqual([expected, expect.stringContaining(fix)]);
  });
});
