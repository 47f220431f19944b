import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Secret, type Snippet } from '../../../main/contract/index.ts';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { nodePackages, pythonPackages } from '../../support/agent-packages.ts';
import { openPlainIntake, type PlainIntake } from '../../support/plain-intake.ts';
import { sampleAgents } from './sample-agents.ts';

const tails = join(import.meta.dirname, 'fixtures', 'tails');
const catalogue = await loadCatalogue();
const node = nodePackages();
const python = pythonPackages();
const TOKEN = 't0ken-of-the-test';

let intake: PlainIntake;
let folder: string;
let child: ChildProcess | null = null;

beforeEach(async () => {
  intake = await openPlainIntake();
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'sealwire-snippet-')));
  mkdirSync(join(folder, 'bin'));
  // The program that the snippet fetches the token from.
  writeFileSync(join(folder, 'bin', 'sealwire'), `#!/bin/sh\n[ "$*" = "token show" ] && echo ${TOKEN}\n`);
  chmodSync(join(folder, 'bin', 'sealwire'), 0o755);
});
afterEach(async () => {
  if (child?.pid !== undefined && child.exitCode === null) {
    const ended = once(child, 'exit');
    process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
  intake.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Does what the snippet says: writes its files, the application's own code after them, and types its commands into bash. */
async function follow(
  agent: string,
  as: string,
  framework: string,
  tail: string,
  programs: readonly string[],
): Promise<Snippet> {
  const agents = sampleAgents(catalogue, { endpointUrl: () => intake.url, caPath: () => join(tails, 'plain.js') });
  const snippet = await agents.show(
    { agent, as, framework, shell: 'bash', service: 'shop', reveal: true },
    new Secret(TOKEN),
  );
  for (const { path, content } of snippet.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  appendFileSync(
    join(folder, tail.startsWith('esm') ? 'app.mjs' : `app.${tail.split('.').at(-1)}`),
    readFileSync(join(tails, tail)),
  );
  // The packages are there already, and `flask run` and `uvicorn` would serve until they are ended: the tails serve themselves.
  const typed = snippet.commands
    .slice(1)
    .map((line) => line.replace(/\b(flask run|uvicorn app:app)$/, 'python app.py'));
  const PATH = [join(folder, 'bin'), ...programs, process.env.PATH ?? ''].join(delimiter);
  child = spawn('bash', ['-ec', typed.join('\n')], {
    cwd: folder,
    env: { PATH, HOME: folder, ELASTIC_APM_API_REQUEST_TIME: '1s', ELASTIC_APM_CLOUD_PROVIDER: 'none' },
    stdio: 'ignore',
    detached: true,
  });
  return snippet;
}

describe.skipIf(node === null)('the snippets of Node.js, followed to the letter', () => {
  test.each([
    ['env', 'express'],
    ['file', 'express'],
    ['code', 'express'],
    ['dotenv', 'express'],
    ['code', 'plain'],
    ['env', 'esm'],
    ['file', 'esm'],
    ['code', 'esm'],
  ])('make %s of %s report', async (as, framework) => {
    symlinkSync(join(node?.folder ?? '', 'node_modules'), join(folder, 'node_modules'));
    const tail = framework === 'esm' ? 'esm.mjs' : `${framework}.js`;
    const needsImports = framework !== 'plain' && as !== 'code';
    if (needsImports)
      writeFileSync(join(folder, framework === 'esm' ? 'app.mjs' : 'app.js'), applicationHead(framework));

    await follow('nodejs', as, framework, tail, [dirname(process.execPath)]);

    expect(await intake.transaction('shop')).toMatchObject({ agent: 'nodejs', authorization: `Bearer ${TOKEN}` });
  });
});

describe.skipIf(python === null)('the snippets of Python, followed to the letter', () => {
  const frameworks = ['flask', 'fastapi', 'aiohttp', 'tornado'];

  test.each(['env', 'file', 'code'].flatMap((as) => frameworks.map((framework) => [as, framework] as const)))(
    'make %s of %s report',
    async (as, framework) => {
      if (framework === 'flask' && as === 'env')
        writeFileSync(join(folder, 'app.py'), 'from flask import Flask\n\napp = Flask(__name__)\n');

      await follow('python', as, framework, `${framework}.py`, [python?.programs ?? '']);

      expect(await intake.transaction('shop')).toMatchObject({ agent: 'python', authorization: `Bearer ${TOKEN}` });
    },
  );

  test('make a .env file of flask report', async () => {
    writeFileSync(join(folder, 'app.py'), 'from flask import Flask\n\napp = Flask(__name__)\n');

    await follow('python', 'dotenv', 'flask', 'flask.py', [python?.programs ?? '']);

    expect(await intake.transaction('shop')).toMatchObject({ agent: 'python', authorization: `Bearer ${TOKEN}` });
  });
});

/** What an application starts with that is told nothing of the agent. */
function applicationHead(framework: string): string {
  if (framework === 'esm') return "import express from 'express';\n";
  return "const express = require('express');\nconst app = express();\n";
}
