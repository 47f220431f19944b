import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Which folders a folder may import from, besides itself. Every arrow points inward (ARCHITECTURE.md, "Map"). */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'main/contract': [],
  'main/core': ['main/contract'],
  'main/transport': ['main/contract', 'main/core'],
  'main/shell': ['main/contract', 'main/core', 'main/transport'],
  'main/cli': ['main/contract', 'main/core', 'main/transport'],
  'main/entry': ['main/contract', 'main/core', 'main/transport', 'main/shell', 'main/cli'],
  'main/launcher': [],
  renderer: ['main/contract'],
};

const sources = Object.keys(ARROWS).flatMap((layer) => sourcesUnder(join(root, layer)));

describe('the layers', () => {
  test('import only inward', () => {
    const outward = sources.flatMap((file) =>
      importsOf(file)
        .map((target) => ({ from: layerOf(file), to: layerOf(target), file: relative(root, file), target }))
        .filter(({ from, to }) => to !== from && !(ARROWS[from] ?? []).includes(to))
        .map(({ file: where, target }) => `${where} imports ${relative(root, target)}`),
    );

    expect(outward).toEqual([]);
  });

  test('the renderer takes types alone from the contract', () => {
    const values = sources
      .filter((file) => layerOf(file) === 'renderer')
      .flatMap((file) =>
        statementsOf(file)
          .filter(
            ({ statement, target }) => layerOf(target) !== 'renderer' && !/^(import|export)\s+type\b/.test(statement),
          )
          .map(({ statement }) => `${relative(root, file)}: ${statement}`),
      );

    expect(values).toEqual([]);
  });

  test('only the shell imports electron', () => {
    const strays = sources.filter(
      (file) => !file.includes(`${sep}shell${sep}`) && /from ['"]electron['"]/.test(readFileSync(file, 'utf8')),
    );

    expect(strays).toEqual([]);
  });

  test('no source file is longer than 400 lines', () => {
    const long = [...sources, ...sourcesUnder(join(root, 'test')), ...sourcesUnder(join(root, 'bench'))]
      .filter((file) => !/[\\/](fixtures|golden|generated)[\\/]/.test(file))
      .map((file) => ({ file: relative(root, file), lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 400);

    expect(long).toEqual([]);
  });
});

function sourcesUnder(folder: string): string[] {
  try {
    statSync(folder);
  } catch {
    return [];
  }
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs|css)$/.test(name))
    .map((name) => join(folder, name));
}

function importsOf(file: string): string[] {
  return statementsOf(file).map(({ target }) => target);
}

/** Relative imports of a file, static and dynamic; those with a computed path are followed to their folder. */
function statementsOf(file: string): { statement: string; target: string }[] {
  if (file.endsWith('.css')) return [];
  const text = readFileSync(file, 'utf8');
  const patterns = [
    /^(?:import|export)\b[^;]*?from\s+['"](\.[^'"]+)['"]/gm,
    /\bimport\(\s*[`'"](\.[^`'"$]+)/g,
    /^import\s+['"](\.[^'"]+)['"]/gm,
  ];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      statement: match[0],
      target: resolve(dirname(file), match[1] ?? ''),
    })),
  );
}

function layerOf(file: string): string {
  const path = relative(root, file).split(sep).join('/');
  return Object.keys(ARROWS).find((layer) => path === layer || path.startsWith(`${layer}/`)) ?? path;
}
