import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Ended, systemHome } from './system-home.ts';

/* The JSON shapes that scripts rely on, as the command line promises them: fields may be added, these stay. */

const time = z.iso.datetime();
const step = z.enum(['reached', 'encrypted', 'trusted', 'authorised', 'identified', 'reporting']);
const rung = z.object({
  step,
  state: z.enum(['ok', 'failed', 'waiting', 'n/a']),
  at: time.nullable(),
  evidence: z.string(),
});
const fix = z.object({ text: z.string(), as: z.string().nullable(), snippet: z.string().nullable() });
const diagnosis = z.object({
  code: z.string(),
  summary: z.string(),
  cause: z.string(),
  confidence: z.enum(['certain', 'probable', 'possible']),
  fixes: z.array(fix),
});
const agentName = z.object({ name: z.string(), version: z.string() });
const service = z.object({
  service: z.string().nullable(),
  environment: z.string().nullable(),
  agent: agentName.nullable(),
  steps: z.array(rung).length(6),
  stoppedAt: step.nullable(),
  diagnosis: diagnosis.nullable(),
  counts: z.object({
    transaction: z.number(),
    span: z.number(),
    error: z.number(),
    metricset: z.number(),
    log: z.number(),
  }),
});
const attempt = z.object({
  id: z.string(),
  at: time,
  service: z.string().nullable(),
  agent: agentName.nullable(),
  remote: z.string(),
  process: z.object({ pid: z.number(), command: z.string() }).nullable(),
  tls: z
    .object({ version: z.string(), cipher: z.string(), sni: z.string().nullable(), alpn: z.string().nullable() })
    .nullable(),
  alert: z.string().nullable(),
  step: step.nullable(),
  outcome: z.enum(['ok', 'failed']),
  status: z.number().nullable(),
  diagnosis: diagnosis.nullable(),
});
const path = z.string().nullable();
const certificate = z.object({
  id: z.string(),
  kind: z.enum(['server', 'client']),
  names: z.array(z.string()),
  key: z.string(),
  notBefore: time,
  notAfter: time,
  serial: z.string(),
  fingerprint256: z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
  authority: z.string(),
  files: z.object({ cert: path, key: path, chain: path, ca: path, p12: path, jks: path }),
});
const token = z.object({
  id: z.string(),
  state: z.enum(['active', 'retiring']),
  createdAt: time,
  lastUsedAt: time.nullable(),
  usedBy: z.array(z.string()),
});
const status = z.object({
  workspace: z.string(),
  endpoint: z.object({ url: z.url(), listening: z.boolean(), pid: z.number(), since: time.nullable() }).nullable(),
  authorities: z.array(
    z.object({
      id: z.string(),
      current: z.boolean(),
      path: z.string(),
      fingerprint256: z.string(),
      notAfter: time,
      nameConstrained: z.boolean(),
    }),
  ),
  certificates: z.array(certificate),
  tokens: z.array(token),
  vault: z.object({ kind: z.string(), persistent: z.boolean() }),
  services: z.array(service),
});
const ready = z.object({
  event: z.literal('ready'),
  endpoint: z.url(),
  ui: z.url().nullable(),
  ca: z.string(),
  vault: z.string(),
  workspace: z.string(),
  pid: z.number(),
  alreadyRunning: z.boolean(),
});
const event = z.object({
  service: z.string().nullable(),
  kind: z.enum(['transaction', 'span', 'error', 'metricset', 'log']),
  at: time,
  name: z.string().nullable(),
  traceId: z.string().nullable(),
  id: z.string().nullable(),
  parentId: z.string().nullable(),
  durationMs: z.number().nullable(),
  outcome: z.string().nullable(),
  document: z.record(z.string(), z.unknown()),
});
const snippet = z.object({
  agent: z.string(),
  as: z.string(),
  files: z.array(z.object({ path: z.string(), content: z.string() })),
  env: z.record(z.string(), z.string()),
  commands: z.array(z.string()),
  notes: z.array(z.string()),
});
const ledger = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      at: time,
      what: z.string(),
      where: z.string(),
      state: z.enum(['planned', 'done', 'undone']),
      undo: z.string().nullable(),
    }),
  ),
});
const error = z.object({
  error: z.strictObject({ code: z.string(), message: z.string().min(1), fix: z.string().min(1) }),
});

interface Row {
  readonly args: readonly string[];
  readonly shape: z.ZodType;
  /** One document a line, in place of one. */
  readonly isLines?: boolean;
}

/** Every command that answers, on an instance with one service; `ids` are of what is there. */
function rows(ids: { readonly attempt: string; readonly certificate: string }): Row[] {
  return [
    { args: ['status'], shape: status },
    { args: ['status', '--fail-within', '1d'], shape: status },
    { args: ['up', '--no-ui'], shape: ready },
    { args: ['init', '--dry-run'], shape: z.object({ initialised: z.literal(true), names: z.array(z.unknown()) }) },
    { args: ['vault', 'status'], shape: status.shape.vault },
    { args: ['cert', 'list'], shape: z.object({ certificates: z.array(certificate).min(1) }) },
    { args: ['cert', 'show', ids.certificate], shape: certificate },
    { args: ['token', 'list'], shape: z.object({ tokens: z.array(token).min(1) }) },
    { args: ['token', 'show'], shape: z.strictObject({ token: z.string().regex(/^[\w-]{43,}$/) }) },
    { args: ['agent', 'list'], shape: z.object({ agents: z.array(z.object({ id: z.string() })).min(2) }) },
    { args: ['agent', 'show', 'nodejs'], shape: snippet },
    { args: ['agent', 'show', 'python', '--as', 'compose', '--framework', 'flask'], shape: snippet },
    { args: ['attempts', 'list'], shape: z.object({ attempts: z.array(attempt).min(1) }) },
    { args: ['attempts', 'show', ids.attempt], shape: attempt },
    { args: ['events', 'list'], shape: event, isLines: true },
    { args: ['wait-for', '--service', 'sealwire-probe', '--within', '1s'], shape: service },
    { args: ['probe'], shape: z.object({ endpoint: z.url(), steps: z.array(rung).length(6), ms: z.number() }) },
    { args: ['ledger', 'list'], shape: ledger },
    { args: ['version'], shape: z.object({ version: z.string() }) },
    { args: ['help'], shape: z.object({ commands: z.array(z.object({ name: z.string(), summary: z.string() })) }) },
    { args: ['events', 'purge', '--yes'], shape: z.object({ removed: z.number() }) },
    { args: ['stop', '--dry-run'], shape: z.object({ stopped: z.literal(false), pid: z.number() }) },
  ];
}

/** What fails, with the exit code that the design gives it. */
const FAILURES: readonly (readonly [code: number, error: string, ...args: string[]])[] = [
  [1, 'NOT_FOUND', 'attempts', 'show', 'no-such-attempt'],
  [1, 'NOT_FOUND', 'cert', 'show', 'no-such-certificate'],
  [1, 'TIMED_OUT', 'wait-for', '--service', 'nobody', '--within', '50ms'],
  [1, 'ALREADY_INITIALISED', 'init'],
  [2, 'USAGE', 'stauts'],
  [2, 'USAGE', 'token'],
  [2, 'USAGE', 'token', 'shwo'],
  [2, 'USAGE', 'status', '--fail-witin', '30d'],
  [2, 'USAGE', 'status', '--fail-within', 'soon'],
  [2, 'USAGE', 'attempts', 'show'],
  [2, 'USAGE', 'events', 'list', '--kind', 'transactions'],
  [2, 'USAGE', 'events', 'purge'],
  [2, 'USAGE', 'run', 'node', 'app.js'],
  [2, 'USAGE', 'vault', 'use', 'paper'],
  [2, 'USAGE', 'help', 'tokn'],
  [2, 'INPUT_INVALID', 'probe', 'nonsense'],
  [2, 'INPUT_INVALID', 'agent', 'show', 'nodejs', '--agent-version', 'banana'],
  [2, 'USAGE', 'status', '--workspace', 'other'],
  [2, 'AGENT_UNKNOWN', 'agent', 'show', 'cobol'],
  [2, 'USAGE', 'open'],
  [3, 'AGENT_ABSENT', 'run', '--agent', 'nodejs', '--', 'node', 'app.js'],
];

/** As many at once as the machine has processors for, in order. */
async function runAll<Item>(items: readonly Item[], run: (item: Item) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += 2) await Promise.all(items.slice(at, at + 2).map(run));
}

describe('every command that answers', () => {
  test('prints with --json what it promises and without it the token to nobody who did not ask', async () => {
    const at = await systemHome();
    await at.up();
    expect((await at.run(['probe'])).code).toBe(0);
    const { attempts } = z.object({ attempts: z.array(attempt) }).parse(await at.json('attempts', 'list'));
    const { certificates } = z.object({ certificates: z.array(certificate) }).parse(await at.json('cert', 'list'));
    const secret = (await at.run(['token', 'show'])).stdout.trim();
    const table = rows({ attempt: attempts[0]?.id ?? '', certificate: certificates[0]?.id ?? '' });

    await runAll(table, async ({ args, shape, isLines = false }) => {
      const title = args.join(' ');
      const [command = '', ...rest] = args;
      const outcome = await at.run([command, '--json', ...rest]);
      const human = await at.run(args);

      expect([outcome.code, outcome.stderr], title).toEqual([0, '']);
      const documents = outcome.stdout.split('\n').filter((line) => line !== '');
      if (!isLines) expect(documents, title).toHaveLength(1);
      for (const document of documents) expect(() => shape.parse(JSON.parse(document)), title).not.toThrow();
      expect(human.code, `${title}: ${human.stderr}`).toBe(0);
      const isAsked = title === 'token show';
      expect([human.stdout.includes(secret), outcome.stdout.includes(secret)], title).toEqual([isAsked, isAsked]);
      expect(human.stderr.includes(secret), title).toBe(false);
    });
  }, 300_000);
});

describe('every command that fails', () => {
  test('says why and what to do next, on stderr alone, with the exit code of its kind', async () => {
    const at = await systemHome();
    await at.up();

    await runAll(FAILURES, async ([code, name, ...args]) => {
      const title = args.join(' ');
      const [command = '', ...rest] = args;
      const outcome = await at.run([command, '--json', ...rest]);
      const human = await at.run(args);

      expect([outcome.code, outcome.stdout], `${title}: ${outcome.stderr}`).toEqual([code, '']);
      expect(error.parse(JSON.parse(outcome.stderr)).error.code, title).toBe(name);
      expect([human.code, human.stdout], title).toEqual([code, '']);
      expect(human.stderr, title).not.toMatch(/\bat file:|node:internal|undefined|\[object|\{\w+\}/);
      expect(human.stderr.trimEnd().split('\n').length, title).toBeGreaterThan(1);
    });
  }, 300_000);

  test('and what needs a running Sealwire says so where none runs', async () => {
    const at = await systemHome();
    const needing: readonly (readonly string[])[] = [
      ['probe'],
      ['open'],
      ['tail'],
      ['wait-for'],
      ['run', '--', 'node', '--version'],
    ];

    await runAll(needing, async ([command = '', ...rest]) => {
      const outcome: Ended = await at.run([command, '--json', ...rest]);

      expect([outcome.code, outcome.stdout], command).toEqual([1, '']);
      expect(JSON.parse(outcome.stderr).error, command).toMatchObject({
        code: 'NOT_RUNNING',
        fix: expect.stringContaining('sealwire up'),
      });
    });
  }, 120_000);
});
