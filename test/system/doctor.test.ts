import { execFileSync } from 'node:child_process';
import { openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { DoctorReport } from '../../main/contract/index.ts';
import { isOnPath } from '../support/prepare-machine.ts';
import { type Instance, type SystemHome, systemHome } from './system-home.ts';

/* The real command line examines the real endpoint. */

async function running(args: readonly string[] = []): Promise<{ at: SystemHome; instance: Instance; url: string }> {
  const at = await systemHome();
  const instance = await at.up(args);
  return { at, instance, url: `https://localhost:${instance.port}` };
}

function bad({ checks }: DoctorReport): string[] {
  return checks
    .filter(({ state }) => state === 'failed' || state === 'warning')
    .map(({ id, state }) => `${id} ${state}`);
}

describe('the doctor', () => {
  test('passes the endpoint by every check, and leaves nothing behind in it but what --send names', async () => {
    const { at, instance, url } = await running();
    const client = await instance.connect();

    const quiet = await at.run(['doctor', url, '--own-token', '--json']);
    const nothing = await client.call('event.list', {});
    const sending = await at.run(['doctor', url, '--own-token', '--send', '--json']);
    const { events } = await client.call('event.list', {});

    expect([quiet.code, quiet.stderr]).toEqual([0, '']);
    const report: DoctorReport = JSON.parse(quiet.stdout);
    expect(report).toMatchObject({ url, verdict: 'ok' });
    expect(report.checks.filter(({ state }) => state === 'skipped').map(({ id }) => id)).toEqual(['rum', 'test-event']);
    expect(report.checks.find(({ id }) => id === 'otlp-grpc')?.evidence).toBe(
      'TraceService/Export answered grpc-status 0',
    );
    expect(nothing.events).toEqual([]);
    expect(sending.code).toBe(0);
    expect(events.map(({ service, kind, name }) => [service, kind, name])).toEqual([
      ['sealwire-doctor', 'transaction', 'Sealwire doctor test'],
    ]);
  });

  test('takes a token from standard input, tells a wrong one, and shows neither', async () => {
    const { at, url } = await running();
    const { stdout: right } = await at.run(['token', 'show']);
    const wrong = 'gWrongWrongWrongWrong';
    const given = (text: string): { stdio: [number, 'pipe', 'pipe'] } => {
      const file = join(at.folder, 'token.txt');
      writeFileSync(file, text, { mode: 0o600 });
      return { stdio: [openSync(file, 'r'), 'pipe', 'pipe'] };
    };

    const ok = await at.run(['doctor', url, '--token-stdin'], given(right));
    const failed = await at.run(['doctor', url, '--token-stdin'], given(`${wrong}\n`));
    const none = await at.run(['doctor', url, '--token-stdin'], given(''));
    const broken = await at.run(['doctor', url, '--token-stdin'], given('two\nlines'));

    expect(ok.code).toBe(0);
    expect(ok.stdout).toContain('The secret token is right, and a wrong one is refused.');
    expect(ok.stdout).toContain('Agents can use this server.');
    expect(failed.code).toBe(1);
    expect(failed.stdout).toContain('The secret token is wrong.');
    expect(failed.stdout).toContain('→ Compare it with apm-server.auth.secret_token of the server');
    expect([none.code, broken.code]).toEqual([2, 2]);
    const said = [ok, failed, none, broken].map(({ stdout, stderr }) => stdout + stderr).join('');
    for (const secret of [right.trim(), wrong, 'two']) expect(said).not.toContain(secret);
  });

  test.each(['127.0.0.1', '[::1]'])('passes it by its address %s as well, for which no name is sent', async (host) => {
    const { at, instance } = await running();
    const url = `https://${host}:${instance.port}`;

    const { code, stdout } = await at.run(['doctor', url, '--own-token', '--json']);

    const report: DoctorReport = JSON.parse(stdout);
    // A machine without IPv6 listens on no such address, which is then what it says.
    const hasAddress = report.checks.find(({ id }) => id === 'tcp')?.state === 'ok';
    expect([code, bad(report)]).toEqual(hasAddress ? [0, []] : [1, ['tcp failed']]);
  });

  test('looks whether the pages of an origin may report', async () => {
    const { at, url } = await running(['--rum']);

    const { code, stdout } = await at.run([
      'doctor',
      url,
      '--own-token',
      '--origin',
      'http://localhost:3000',
      '--json',
    ]);

    expect([code, bad(JSON.parse(stdout))]).toEqual([0, []]);
    expect(JSON.parse(stdout).checks.find(({ id }: { id: string }) => id === 'rum')).toMatchObject({ state: 'ok' });
  });

  test.skipIf(!isOnPath('python3'))('writes JUnit that a parser of XML reads, whole or not at all', async () => {
    const at = await systemHome('session');
    const server = createServer((socket) => socket.on('error', () => undefined).end('\u0001 "><&]]> nonsense'));
    onTestFinished(() => void server.close());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const url = `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const file = join(at.folder, 'doctor.xml');

    const { code } = await at.run(['doctor', url, '--junit', file]);
    const unwritable = await at.run(['doctor', url, '--junit', join(at.folder, 'nowhere', 'doctor.xml')]);

    expect(code).toBe(1);
    const read = execFileSync('python3', [
      '-c',
      'import sys, json, xml.etree.ElementTree as E\ns = E.parse(sys.argv[1]).getroot().find("testsuite")\nprint(json.dumps({**s.attrib, "cases": [[c.get("name"), [k.tag for k in c], c[0].get("message")] for c in s.findall("testcase")]}))',
      file,
    ]).toString();
    const suite: { tests: string; failures: string; skipped: string; cases: [string, string[], string | null][] } =
      JSON.parse(read);
    expect(suite).toMatchObject({ tests: String(suite.cases.length), failures: '1', errors: '0' });
    expect(suite.cases.filter(([, tags]) => tags[0] === 'failure').map(([name]) => name)).toEqual(['tls: TLS']);
    expect(suite.cases.filter(([, tags]) => tags[0] === 'skipped').length).toBe(Number(suite.skipped));
    expect(readFileSync(file, 'utf8')).toContain('"&gt;&lt;&amp;]]&gt; nonsense');
    expect(unwritable.code).toBe(3);
    expect(unwritable.stderr).toContain('nowhere');
  });

  test('says in one sentence what is wrong with what was typed', async () => {
    const at = await systemHome('session');
    const none = join(at.folder, 'none.pem');
    writeFileSync(none, 'no certificate');

    const cases = [
      ['doctor'],
      ['doctor', 'localhost:8200'],
      ['doctor', 'https://ada:secret@localhost:8200'],
      ['doctor', 'https://localhost:8200', '--ca', join(at.folder, 'missing.pem')],
      ['doctor', 'https://localhost:8200', '--ca', none],
      ['doctor', 'https://localhost:8200', '--origin', 'shop.example'],
    ];
    for (const args of cases) {
      const { code, stdout, stderr } = await at.run(args);

      expect([code, stdout], args.join(' ')).toEqual([2, '']);
      expect(stderr).not.toContain('ada:secret');
    }
  });
});
