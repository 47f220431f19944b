import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOnPath } from '../support/prepare-machine.ts';
import { run } from './run-client.ts';
import type { Question, Stack } from './stack.ts';

/** NSS by its own test client, with one database for each root. */
export function nssStack(): Stack {
  const title = 'NSS';
  const lacking = ['tstclnt', 'certutil'].find((program) => !isOnPath(program));
  if (lacking !== undefined) return { title, problem: `this machine lacks ${lacking}` };
  return {
    title,
    ask: async (questions) => {
      const folder = mkdtempSync(join(tmpdir(), 'sealwire-nss-'));
      const answers: string[] = [];
      try {
        for (const [index, question] of questions.entries())
          answers.push(await asked(question, await databaseFor(join(folder, `${index}`), question.root)));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
      return answers;
    },
  };
}

async function asked({ url }: Question, database: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const { code, output } = await run('tstclnt', ['-Q', '-4', '-h', hostname, '-p', port, '-d', database]);
  return code === 0 ? 'accepted' : output.trim().replace(/\s+/g, ' ');
}

/** A database that trusts that root, as browsers are given one. */
async function databaseFor(folder: string, root: string): Promise<string> {
  mkdirSync(folder);
  const at = ['-d', `sql:${folder}`];
  await run('certutil', ['-N', '--empty-password', ...at]);
  await run('certutil', ['-A', ...at, '-t', 'C,,', '-n', 'root', '-i', root]);
  return `sql:${folder}`;
}
