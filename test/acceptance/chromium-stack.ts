import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM, whyNoBrowser } from '../support/browser.ts';
import { isOnPath } from '../support/prepare-machine.ts';
import type { Question, Stack } from './stack.ts';

/** Debian's Chromium with a home of its own, started once for each set of roots that can be told apart: it is asked for one root's questions at a time. */
export function chromiumStack(): Stack {
  const title = 'Chromium';
  const problem = whyNoBrowser ?? (isOnPath('certutil') ? null : 'this machine lacks certutil');
  if (problem !== null) return { title, problem };
  return {
    title,
    ask: async (questions) => {
      const home = mkdtempSync(join(tmpdir(), 'sealwire-chromium-'));
      try {
        const roots = [...new Set(questions.map(({ root }) => root))];
        return await asked(questions, home, roots);
      } finally {
        rmSync(home, { recursive: true, force: true });
      }
    },
  };
}

async function asked(questions: readonly Question[], home: string, roots: readonly string[]): Promise<string[]> {
  const database = join(home, '.local', 'share', 'pki', 'nssdb');
  mkdirSync(database, { recursive: true });
  const certutil = (...args: string[]): unknown => execFileSync('certutil', [...args, '-d', `sql:${database}`]);
  certutil('-N', '--empty-password');
  for (const [index, root] of roots.entries()) certutil('-A', '-t', 'C,,', '-n', `root ${index}`, '-i', root);
  const context = await chromium.launchPersistentContext(join(home, 'profile'), {
    executablePath: CHROMIUM,
    headless: true,
    env: { PATH: process.env.PATH ?? '', HOME: home },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--no-proxy-server'],
  });
  try {
    const answers: string[] = [];
    for (const { url } of questions) {
      // A page each: the error page of one that is refused comes late, and would interrupt the next.
      const page = await context.newPage();
      const answer = await page.goto(url).then(
        (response) => (response?.ok() === true ? 'accepted' : 'no page'),
        (error: unknown) => /net::\w+/.exec(String(error))?.[0] ?? String(error),
      );
      answers.push(answer);
      await page.close();
    }
    return answers;
  } finally {
    await context.close();
  }
}
