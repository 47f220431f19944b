import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An npm package of which something is shipped. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** The SPDX expression of its package.json. */
  readonly licence: string;
  /** Text of its licence file, or null where it has none. */
  readonly text: string | null;
}

/** Not bundled, but copied beside the core. */
const COPIED = ['node_modules/@napi-rs/keyring'];

/**
 * Every npm package of which the interface, the command line, the core or the shell holds at least one byte, as a bundler finds them from all the sources,
 * sorted by name and version.
 */
export async function shippedPackages(root: string): Promise<ShippedPackage[]> {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    entryPoints: [...typescriptIn(root, 'main', 'launcher'), ...typescriptIn(root, 'renderer', '')],
    outdir: join(root, 'dist', 'licences'),
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    external: ['electron', '@napi-rs/keyring'],
    loader: { '.svg': 'empty', '.png': 'empty', '.woff2': 'empty' },
    logLevel: 'error',
  });
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path.match(/^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]),
  );
  const folders = new Set([...used, ...COPIED].filter((folder) => folder !== undefined));
  return [...folders]
    .map((folder) => readPackage(join(root, folder)))
    .sort((one, other) => `${one.name} ${one.version}`.localeCompare(`${other.name} ${other.version}`, 'en'));
}

function typescriptIn(root: string, folder: string, without: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .filter((path) => without === '' || path.split(/[\\/]/)[0] !== without)
    .map((path) => join(root, folder, path));
}

function readPackage(folder: string): ShippedPackage {
  const { name, version, license }: { name: string; version: string; license?: string } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(entry));
  const path = join(folder, file ?? '');
  return {
    name,
    version,
    licence: license ?? 'none named',
    text: file !== undefined && existsSync(path) ? readFileSync(path, 'utf8').trim() : null,
  };
}
