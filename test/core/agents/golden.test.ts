import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Snippet } from '../../../main/contract/index.ts';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import type { CureCode } from '../../../main/core/agents/definition.ts';
import { CA_FILE, sampleAgents } from './sample-agents.ts';

/*
 * One file for each agent, form and framework: the snippet as a person reads it, whole for the first shell, and for the others what differs.
 * `UPDATE_GOLDEN=1` writes them anew; each is then read before it is committed.
 */
const golden = join(import.meta.dirname, 'golden');
const isUpdating = process.env.UPDATE_GOLDEN === '1';
const catalogue = await loadCatalogue();
const agents = sampleAgents(catalogue);
const compared = new Set<string>();

const CODES: readonly CureCode[] = [
  'CA_NOT_TRUSTED',
  'NAME_NOT_COVERED',
  'TOKEN_MISSING',
  'TOKEN_WRONG',
  'PLAIN_HTTP',
  'SERVER_URL',
  'CERTIFICATE_EXPIRED',
  'CLIENT_CERTIFICATE',
  'NOTHING_ARRIVED',
];

if (isUpdating) rmSync(golden, { recursive: true, force: true });

for (const { id, forms, frameworks } of await agents.list()) {
  const definition = catalogue.find((each) => each.id === id);

  describe.each(forms)(`${id} as $as`, ({ as, shells }) => {
    test.each(frameworks)('reads as written for $title', async ({ id: framework }) => {
      const snippets = await Promise.all(
        shells.map((shell) =>
          agents.show(
            { agent: id, as, framework, shell, service: 'checkout', environment: 'staging', reveal: false },
            null,
          ),
        ),
      );

      matchesGolden(`${id}/${as}.${framework}.txt`, snippetText(shells, snippets));
    });

    test('mends every failure in its own words', () => {
      const texts = CODES.flatMap((code) => [
        `# ${code}`,
        ...(definition?.cure(code, as, wiring) ?? []).map(({ text, as: form, snippet }) =>
          [text, `[${form ?? 'no snippet'}]`, snippet ?? ''].join('\n'),
        ),
      ]);

      matchesGolden(`${id}/cures.${as}.txt`, `${texts.join('\n\n')}\n`);
    });
  });
}

const wiring = {
  url: 'https://localhost:8200',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder as it is shown.
  token: '${SECRET_TOKEN}',
  caFile: CA_FILE,
  service: 'checkout',
  environment: 'staging',
  agentVersion: '99.0.0',
  sealwire: 'sealwire',
  home: null,
  shell: 'bash',
  auth: 'token',
} as const;

afterAll(() => {
  const present = readdirSync(golden, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
  expect(present.filter((name) => !compared.has(name))).toEqual([]);
});

function matchesGolden(name: string, text: string): void {
  const path = join(golden, name);
  compared.add(name);
  if (isUpdating) {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
}

function snippetText(shells: readonly string[], snippets: readonly Snippet[]): string {
  const first = snippets[0];
  const sections = snippets.map((snippet, index) => {
    const blocks = snippet.blocks.filter((block, at) => index === 0 || block.content !== first?.blocks[at]?.content);
    const texts = blocks.map(
      ({ title, path, content }) => `--- ${title}${path === null ? '' : ` (${path})`}\n${content.trimEnd()}`,
    );
    return texts.length === 0 ? [] : [`=== ${shells[index]}`, ...texts];
  });
  const environment = Object.entries(first?.env ?? {}).map(([name, value]) => `${name}=${value}`);
  return `${[...sections.flat(), '=== variables', environment.join('\n'), '=== notes', ...(first?.notes ?? [])].join('\n\n')}\n`;
}
