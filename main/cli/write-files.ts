import { dirname, join } from 'node:path';
import type { ExportedFile } from '../contract/certificate-shapes.ts';
import { fail } from '../contract/errors.ts';
import { writeAtomically } from '../core/host/atomic-write.ts';
import { confirmed } from './ask.ts';
import type { CommandContext } from './command.ts';
import { comparedTruststores } from './truststore-content.ts';

/**
 * Writes files into a folder, which is made where it is missing: private keys with mode 0600, everything else readable by all. What is there already and differs is replaced after a question only. A
 * truststore never comes out the same to the byte: one that trusts the same is left as it is, and one that trusts less gives way, since nothing gets lost.
 * Resolves with the paths; throws `USAGE` where the person declined, and nothing is written then.
 */
export async function writeFiles(
  context: Pick<CommandContext, 'host' | 'given' | 'ask'>,
  folder: string,
  files: readonly ExportedFile[],
): Promise<string[]> {
  const { host } = context;
  const planned = files.map(({ name, base64, isSecret }) => ({
    path: join(folder, name),
    bytes: Buffer.from(base64, 'base64'),
    mode: isSecret ? 0o600 : 0o644,
  }));
  const inTheWay: typeof planned = [];
  const kept = new Set<string>();
  for (const file of planned) {
    const found = host.disk.facts(file.path) === null ? null : host.disk.read(file.path);
    if (found === null || found.equals(file.bytes)) continue;
    const isStore = /\.(jks|p12)$/.test(file.path);
    const compared = isStore ? await comparedTruststores(file.bytes, found) : null;
    if (compared === 'same') kept.add(file.path);
    if (compared === null) inTheWay.push(file);
  }
  if (inTheWay.length > 0 && !(await confirmed(context, `Replace ${inTheWay.map(({ path }) => path).join(', ')}?`))) {
    throw fail('USAGE', { what: 'Nothing was written.', fix: 'Name another folder: --out DIR' });
  }
  for (const { path, bytes, mode } of planned.filter((file) => !kept.has(file.path))) {
    if (host.disk.facts(dirname(path)) === null) host.disk.makeFolder(dirname(path), 0o755);
    writeAtomically(host, path, bytes, mode);
  }
  return planned.map(({ path }) => path);
}
