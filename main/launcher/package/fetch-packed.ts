import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runNpm } from '../npm.mjs';
import { SetupFailure } from '../setup-failure.mjs';
import { untarOne } from '../untar-one.mjs';

/** A package whose tarball is known byte by byte, and the files that are wanted of it with the mode they get. */
export interface Packed {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
  readonly files: Readonly<Record<string, number>>;
}

/**
 * Puts the files of a package into `folder`, which is made whole or not at all: fetched by npm into a folder beside it, checked against `integrity` before
 * anything is unpacked, renamed last. What is there already is kept. Throws a `SetupFailure` where the package cannot be had or is another one.
 */
export async function fetchPacked(root: string, packed: Packed, folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const spec = `${packed.name}@${packed.version}`;
  const part = `${folder}.${process.pid}.part`;
  try {
    mkdirSync(part, { recursive: true });
    await runNpm(['pack', spec, '--loglevel=error', '--ignore-scripts', '--pack-destination', part], {
      root,
      cwd: part,
      purpose: `fetch ${spec}`,
    });
    const name = readdirSync(part).find((each) => each.endsWith('.tgz'));
    if (name === undefined) throw new SetupFailure(`npm fetched no ${spec}.`, 'Start again.');
    const archive = join(part, name);
    const found = await integrityOf(archive);
    if (found !== packed.integrity) {
      throw new SetupFailure(
        `What was fetched as ${spec} is not the package that Sealwire was checked with, so nothing of it is used.`,
        `Start again on a steady network, and find out which registry or proxy npm uses here (npm config get registry). Expected ${packed.integrity}, got ${found}.`,
      );
    }
    for (const [path, mode] of Object.entries(packed.files)) {
      const target = join(part, basename(path));
      if (!(await untarOne(archive, `package/${path}`, target)))
        throw new SetupFailure(`${spec} holds no ${path}.`, 'Pin a version of the package that does.');
      chmodSync(target, mode);
    }
    rmSync(archive);
    mkdirSync(dirname(folder), { recursive: true });
    renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

async function integrityOf(path: string): Promise<string> {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}
