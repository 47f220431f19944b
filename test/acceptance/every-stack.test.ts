import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../support/entry.ts';
import { type Served, serveKinds } from './served-kinds.ts';
import type { Question } from './stack.ts';
import { stacks } from './stacks.ts';

/* T11: every TLS stack of this machine shakes hands with every kind of server certificate under every kind of authority. */

const folder = mkdtempSync(join(tmpdir(), 'sealwire-acceptance-'));
const columns = new Map<string, readonly string[]>();
let served: Awaited<ReturnType<typeof serveKinds>> = { all: [], close: () => undefined };

beforeAll(async () => {
  served = await serveKinds(folder);
}, 300_000);

afterAll(() => {
  served.close();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(root, '.cache', 'acceptance'), { recursive: true });
  writeFileSync(join(root, '.cache', 'acceptance', 'table.md'), tableOf(served.all));
});

for (const [index, stack] of stacks().entries()) {
  const problem = 'problem' in stack ? stack.problem : null;

  describe.skipIf(problem !== null)(`${stack.title}${problem === null ? '' : ` [skipped: ${problem}]`}`, () => {
    test('accepts what is ours by name and by address, and nothing else', async () => {
      const questions = served.all.map((each) => each.hosts.map((host) => questionOf(each, host, index)));
      const answers = 'ask' in stack ? await stack.ask(questions.flat()) : [];
      const left = [...answers];
      const told = questions.map((own) => own.map(() => left.shift() ?? 'no answer'));
      columns.set(
        stack.title,
        told.map((own) => (own.every((answer) => answer === 'accepted') ? '✓' : '✗')),
      );
      const isJava = stack.title.startsWith('Java');

      expect(answers).toHaveLength(questions.flat().length);
      for (const [at, { title, expected }] of served.all.entries()) {
        const isAccepted = expected === 'accepted' || (expected === 'refused, but by Java' && isJava);
        const wanted = isAccepted ? 'accepted' : expect.not.stringMatching('accepted');
        expect(told[at], title).toEqual(told[at]?.map(() => wanted));
      }
    }, 600_000);
  });
}

function questionOf({ port, root: trusted, chain, wasAsked }: Served, host: string, stack: number): Question {
  const path = `/${stack}/${host}/`;
  return { url: `https://${host}:${port}${path}`, root: trusted, chain, wasAsked: () => wasAsked(path) };
}

/** What was measured, one line for each kind. */
function tableOf(all: readonly Served[]): string {
  const titles = [...columns.keys()];
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return (
    row(['served', ...titles]) +
    row(['---', ...titles.map(() => '---')]) +
    all.map(({ title }, at) => row([title, ...titles.map((name) => columns.get(name)?.[at] ?? '–')])).join('')
  );
}
