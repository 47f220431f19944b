import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { ServerIdentity } from '../../main/core/endpoint/ports.ts';
import { createTestAuthority, type TestAuthority } from '../support/test-authority.ts';
import { transactions } from './reporter.ts';
import { type Instance, systemHome } from './system-home.ts';

/* A certificate that is swapped while agents report: connections that are open live on, new ones see the new one, and no request fails. */

const CONNECTIONS = 8;

let authority: TestAuthority;
beforeAll(() => {
  authority = createTestAuthority();
});
afterAll(() => authority.remove());

interface Load {
  /** Resolves when every connection has had so many more answers. */
  more(answers: number): Promise<void>;
  /** Ends the load, and tells what came of it. */
  stop(): Promise<{ readonly accepted: number; readonly failed: readonly string[]; readonly opened: number }>;
}

/** Eight agents that report without a pause, each over one connection that it keeps. */
function reportTo(instance: Instance, ca: string, token: string): Load {
  const failed: string[] = [];
  const answers = Array.from({ length: CONNECTIONS }, () => 0);
  const waiting = new Set<() => void>();
  let opened = 0;
  let isOver = false;
  const post = (agent: Agent, id: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/x-ndjson' };
      const sent = request(
        { agent, host: 'localhost', port: instance.port, method: 'POST', path: '/intake/v2/events', headers },
        (response) => {
          response.resume().once('end', () => resolve(response.statusCode ?? 0));
        },
      );
      sent.once('socket', (socket) => {
        if (socket.connecting) opened += 1;
      });
      sent.once('error', reject);
      sent.end(transactions('swapped', [id]));
    });
  const loops = answers.map(async (_, index) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1, ca });
    while (!isOver) {
      const id = (index * 1_000_000 + (answers[index] ?? 0) + 1).toString(16).padStart(16, '0');
      const status = await post(agent, id).catch((error: Error) => error.message);
      if (status !== 202) failed.push(String(status));
      answers[index] = (answers[index] ?? 0) + 1;
      for (const look of waiting) look();
    }
    agent.destroy();
  });
  onTestFinished(() => {
    isOver = true;
  });
  return {
    more: (count) =>
      new Promise((resolve) => {
        const goals = answers.map((had) => had + count);
        const look = (): void => {
          if (answers.some((had, index) => had < (goals[index] ?? 0))) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    stop: async () => {
      isOver = true;
      await Promise.all(loops);
      return { accepted: answers.reduce((sum, had) => sum + had, 0) - failed.length, failed, opened };
    },
  };
}

/** The certificate that a new connection is shown. Rejects where there is none. */
function shown({ port }: Instance): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', rejectUnauthorized: false }, () => {
      resolve(socket.getPeerX509Certificate()?.fingerprint256 ?? '');
      socket.destroy();
    });
    socket.once('error', reject);
  });
}

/** Connects again and again until that certificate is shown: a connection is what makes the endpoint look at the files. */
async function shownSoon(instance: Instance, fingerprint: string): Promise<void> {
  while ((await shown(instance)) !== fingerprint) await new Promise((next) => setImmediate(next));
}

/** The one notice about the certificate files, as `status --json` tells it. */
async function problemOf(at: { json(...args: string[]): Promise<unknown> }): Promise<string | null> {
  const { notices } = (await at.json('status')) as { notices: { id: string; text: string }[] };
  return notices.find(({ id }) => id === 'server-file-certificate')?.text ?? null;
}

describe('the files of an ssl section', () => {
  async function upWithFiles(): Promise<{
    at: Awaited<ReturnType<typeof systemHome>>;
    instance: Instance;
    first: ServerIdentity;
    put(identity: ServerIdentity, parts?: ('cert' | 'key')[]): void;
  }> {
    const at = await systemHome();
    const put = (identity: ServerIdentity, parts: ('cert' | 'key')[] = ['cert', 'key']): void => {
      // As certbot and others do: each file is put in place whole, one after the other.
      for (const part of parts) {
        const path = join(at.folder, `tls.${part}`);
        writeFileSync(`${path}.new`, part === 'cert' ? identity.chainPem : identity.keyPem.reveal(), { mode: 0o600 });
        renameSync(`${path}.new`, path);
      }
    };
    const first = authority.issue(['localhost', '127.0.0.1']);
    put(first);
    const path = join(at.folder, 'apm-server.yml');
    writeFileSync(
      path,
      'apm-server:\n  auth.secret_token: g-file\n  ssl: {certificate: tls.cert, key: tls.key, certificate_reload.reload_interval: 50ms}\n',
    );
    return { at, instance: await at.up(['--config', path]), first, put };
  }

  test('are read anew without one failed request', async () => {
    const { at, instance, first, put } = await upWithFiles();
    expect(await shown(instance)).toBe(first.served.fingerprint256);
    const load = reportTo(instance, authority.caPem, 'g-file');
    await load.more(20);

    for (let swap = 0; swap < 5; swap += 1) {
      const next = authority.issue(['localhost', '127.0.0.1']);
      put(next);
      await shownSoon(instance, next.served.fingerprint256);
      await load.more(10);
    }

    const { accepted, failed, opened } = await load.stop();
    expect(failed).toEqual([]);
    expect(accepted).toBeGreaterThanOrEqual(CONNECTIONS * 70);
    expect(opened).toBe(CONNECTIONS);
    expect(await problemOf(at)).toBeNull();
  });

  test('that do not fit together leave the old one in force, which is told until they do', async () => {
    const { at, instance, first, put } = await upWithFiles();
    const next = authority.issue(['localhost', '127.0.0.1']);
    const client = await instance.connect();
    const told = new Promise<void>((resolve) => {
      const stop = client.listen((push) => {
        // The first push of a connection says that everything may have changed.
        if (push.topic !== 'changed' || push.what.join() !== 'status') return;
        stop();
        resolve();
      });
    });

    put(next, ['cert']);
    let isTold = false;
    const untilTold = told.then(() => {
      isTold = true;
    });
    while (!isTold) expect(await shown(instance)).toBe(first.served.fingerprint256);
    await untilTold;

    expect(await problemOf(at)).toBe(
      'The key does not belong to the certificate. Name the key that the certificate was made with. Until then the certificate from before is served.',
    );
    expect(readFileSync(join(at.home, 'logs', 'sealwire.jsonl'), 'utf8')).toContain(
      'the certificate files cannot be served',
    );

    put(next, ['key']);
    await shownSoon(instance, next.served.fingerprint256);
    expect(await problemOf(at)).toBeNull();
  });
});

describe('where the file has no ssl section', () => {
  test("Sealwire's certificate is renewed without one failed request", async () => {
    const at = await systemHome();
    const path = join(at.folder, 'apm-server.yml');
    writeFileSync(path, 'apm-server:\n  auth.secret_token: g-file\n');
    const instance = await at.up(['--config', path]);
    const client = await instance.connect();
    const load = reportTo(instance, readFileSync(instance.ready.ca, 'utf8'), 'g-file');
    await load.more(20);

    for (let swap = 0; swap < 5; swap += 1) {
      const issued = await client.call('certificate.issue', { names: ['localhost', '127.0.0.1'] });
      expect(await shown(instance)).toBe(issued.fingerprint256);
      await load.more(10);
    }

    const { accepted, failed, opened } = await load.stop();
    expect(failed).toEqual([]);
    expect(accepted).toBeGreaterThanOrEqual(CONNECTIONS * 70);
    expect(opened).toBe(CONNECTIONS);
  });
});
