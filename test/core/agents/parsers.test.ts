import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { quoteDotenv } from '../../../main/core/agents/quote/dotenv.ts';
import { quoteYaml } from '../../../main/core/agents/quote/yaml.ts';
import { nodePackages, pythonPackages } from '../../support/agent-packages.ts';
import { accepted, hostile, hostileLine, sample } from './hostile-values.ts';
import { sampleAgents } from './sample-agents.ts';

const node = nodePackages();
const python = pythonPackages();
const agents = sampleAgents(await loadCatalogue());
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-parsers-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a Python program that prints JSON. */
function pythonSays(program: string, ...args: string[]): unknown {
  return JSON.parse(execFileSync(python?.python ?? '', ['-c', program, ...args]).toString());
}

describe.skipIf(node === null)('a .env file', () => {
  test('is read by the npm package dotenv as it was written', () => {
    const pairs = accepted(sample(hostileLine, 19), quoteDotenv);
    const text = pairs.map(([, written], index) => `V${index}=${written}`).join('\n');
    writeFileSync(join(folder, '.env'), text);
    const program = `const { parse } = require('dotenv'); console.log(JSON.stringify(parse(require('fs').readFileSync(${JSON.stringify(join(folder, '.env'))}))))`;

    const read: unknown = JSON.parse(execFileSync(process.execPath, ['-e', program], { cwd: node?.folder }).toString());

    expect(read).toEqual(Object.fromEntries(pairs.map(([value], index) => [`V${index}`, value])));
  });
});

describe.skipIf(python === null)('parsers of Python', () => {
  test('read a .env file as it was written', () => {
    const pairs = accepted(sample(hostileLine, 19), quoteDotenv);
    writeFileSync(join(folder, '.env'), pairs.map(([, written], index) => `V${index}=${written}`).join('\n'));

    const read = pythonSays(
      'import dotenv, json, sys; print(json.dumps(dotenv.dotenv_values(sys.argv[1])))',
      join(folder, '.env'),
    );

    expect(read).toEqual(Object.fromEntries(pairs.map(([value], index) => [`V${index}`, value])));
  });

  test('read YAML as it was written', () => {
    const pairs = accepted(sample(hostile, 23), quoteYaml);
    writeFileSync(join(folder, 'values.yaml'), pairs.map(([, scalar]) => `- ${scalar}`).join('\n'));

    const read = pythonSays(
      'import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1], encoding="utf8"))))',
      join(folder, 'values.yaml'),
    );

    expect(read).toEqual(pairs.map(([value]) => value));
  });

  test.each(['compose', 'kubernetes'])('read every %s file', async (as) => {
    const offering = (await agents.list()).filter(({ forms }) => forms.some((form) => form.as === as));
    for (const { id, frameworks } of offering) {
      for (const { id: framework } of frameworks) {
        const { files } = await agents.show({ agent: id, as, framework, environment: 'staging', reveal: false }, null);
        for (const { path, content } of files.filter((file) => file.path.endsWith('.yaml'))) {
          writeFileSync(join(folder, path), content);
          const read = pythonSays(
            'import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1]))))',
            join(folder, path),
          );
          expect(read).toEqual(expect.any(Object));
        }
      }
    }
  });

  test.each(['code', 'file', 'env'])('compile every Python snippet of the form %s', async (as) => {
    const listed = (await agents.list()).find(({ id }) => id === 'python');
    for (const { id: framework } of listed?.frameworks ?? []) {
      const { files } = await agents.show({ agent: 'python', as, framework, service: 'shop', reveal: false }, null);
      for (const { path, content } of files) {
        writeFileSync(join(folder, path), content);
        execFileSync(python?.python ?? '', ['-m', 'py_compile', join(folder, path)]);
      }
    }
  });
});
