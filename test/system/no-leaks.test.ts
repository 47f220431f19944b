import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { entry } from '../support/entry.ts';
import { reporterTo, transactions } from './reporter.ts';
import { type Ended, PASSPHRASE, type SystemHome, systemHome } from './system-home.ts';

/* A whole session, and then a look at every place that a secret could have been left in. */

const PASTED = 'pastedPastedPastedPastedPastedPastedPastedPa';
const WRONG = 'wrongWrongWrongWrongWrongWrongWrongWrongWron';

test('the token and the passphrase are where they were asked for, and nowhere else', async () => {
  const at = await systemHome();
  const said: { readonly what: string; readonly text: string }[] = [];
  const run = async (...args: string[]): Promise<Ended> => {
    const outcome = await at.run(args);
    said.push({ what: args.join(' '), text: outcome.stdout + outcome.stderr });
    return outcome;
  };
  const arguments_ = new Set<string>();

  const initialised = await run('init', '--json');
  const instance = await at.up();
  const client = await instance.connect();
  const { token } = await client.call('token.show', {});
  const secrets = { token, passphrase: PASSPHRASE, 'wrong token': WRONG, 'pasted token': PASTED };

  for (const agent of ['nodejs', 'python'])
    for (const form of ['env', 'file', 'code', 'docker', 'compose', 'kubernetes', 'systemd'])
      await run('agent', 'show', agent, '--as', form, '--json');
  const text = `ELASTIC_APM_SECRET_TOKEN=" ${PASTED}"\nELASTIC_APM_API_KEY=${PASTED}\nELASTIC_APM_SECRT_TOKEN=${PASTED}\n`;
  said.push({ what: 'a pasted text', text: JSON.stringify(await client.call('agent.lint', { text })) });
  const log = `Authorization: Bearer ${PASTED}\nAPM Server transport error (401): ${PASTED}\n`;
  said.push({ what: 'a pasted log', text: JSON.stringify(await client.call('agent.explain', { text: log })) });
  // One that is refused must not come back in the refusal either.
  const refusal = await client.call('agent.lint', { text: text.repeat(3000) }).catch(String);
  said.push({ what: 'a pasted text that is too long', text: JSON.stringify(refusal) });
  await whileLookedAt(arguments_, run('probe', '--json'));
  const child = await applicationUnderRun(at);
  lookAtArguments(arguments_);
  const childEnvironment = readFileSync(`/proc/${child.pid}/environ`, 'utf8');
  const instanceEnvironment = readFileSync(`/proc/${instance.child.pid}/environ`, 'utf8');
  const said_ = await child.end();
  said.push({ what: 'run', text: said_ });
  const reporter = reporterTo(instance, token);
  // On a connection of its own: a right token later on the same one would be the end of that story.
  await reporterTo(instance, WRONG).ask('POST', '/intake/v2/events', transactions('shop', ['00000000000000cc']));
  await reporter.ask('GET', `/?api_key=${token}&secret_token=${token}`, null, WRONG);
  await reporter.ask('POST', `/intake/v2/events?token=${token}`, transactions('shop', ['00000000000000cd']));
  const { attempts } = await client.call('attempt.list', {});
  for (const { id } of attempts) await run('attempts', 'show', id, '--json');
  for (const command of ['status', 'attempts list', 'events list', 'token list', 'vault status', 'ledger list'])
    await run(...command.split(' '), '--json');
  said.push({ what: 'diagnostics', text: (await client.call('app.diagnostics', {})).content });
  await client.call('token.rotate', {});
  const { token: next } = await client.call('token.show', {});
  await run('status');
  const whileRunning = filesHolding(at.home, [...Object.values(secrets), next]);
  expect(await instance.stop()).toBe(0);

  expect(initialised.code).toBe(0);
  expect(attempts.filter(({ diagnosis }) => diagnosis?.code === 'TOKEN_WRONG')).not.toHaveLength(0);
  expect(childEnvironment).toContain(`ELASTIC_APM_SECRET_TOKEN=${token}`);
  for (const [name, secret] of Object.entries({ ...secrets, 'next token': next })) {
    expect(
      said.filter(({ text }) => text.includes(secret)).map(({ what }) => what),
      name,
    ).toEqual([]);
    expect(
      [...arguments_].filter((line) => line.includes(secret)),
      name,
    ).toEqual([]);
    expect(instanceEnvironment.includes(secret), name).toBe(false);
    expect(instance.stderr().includes(secret), name).toBe(false);
  }
  expect(arguments_.size).toBeGreaterThan(2);
  expect(whileRunning).toEqual([]);
  expect(filesHolding(at.home, [...Object.values(secrets), next])).toEqual([]);
});

interface Application {
  readonly pid: number;
  end(): Promise<string>;
}

/** `sealwire run` with an application that only waits, and an agent that only is there. */
async function applicationUnderRun(at: SystemHome): Promise<Application> {
  const agent = join(at.folder, 'node_modules', 'elastic-apm-node');
  mkdirSync(agent, { recursive: true });
  writeFileSync(join(agent, 'package.json'), '{"name":"elastic-apm-node","version":"4.15.0","main":"start.js"}');
  writeFileSync(join(agent, 'start.js'), '');
  writeFileSync(join(at.folder, 'app.js'), 'console.log(process.pid); process.stdin.resume();');
  const child = spawn(process.execPath, [entry, 'run', '--service', 'shop', '--', 'node', 'app.js'], {
    env: at.env,
    cwd: at.folder,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return {
    pid: Number(line),
    end: async () => {
      child.stdin.end();
      await once(child, 'close');
      return said;
    },
  };
}

/** Looks at the process list again and again while something runs. */
async function whileLookedAt<T>(seen: Set<string>, work: Promise<T>): Promise<T> {
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    lookAtArguments(seen);
    await setImmediate();
  }
  return over;
}

/** Command lines of all processes that there are now. */
function lookAtArguments(seen: Set<string>): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      seen.add(readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '));
    } catch {
      // ENOENT, ESRCH: it ended meanwhile.
    }
  }
}

/** Files below `folder` whose bytes hold one of the secrets, as they are or in base64. */
function filesHolding(folder: string, secrets: readonly string[]): string[] {
  const forms = secrets.flatMap((secret) => [secret, Buffer.from(secret).toString('base64').replace(/=+$/, '')]);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    if (!statSync(path).isFile()) return false;
    const bytes = readFileSync(path);
    return forms.some((form) => bytes.includes(form));
  });
}
