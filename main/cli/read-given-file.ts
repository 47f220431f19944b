import { resolve } from 'node:path';
import { fail } from '../contract/errors.ts';
import type { Host } from '../core/host/host.ts';

/** The bytes of a file that was named on the command line; throws `USAGE` where there is none, and `DISK_FAILED` where it cannot be read. */
export function readGivenFile(host: Pick<Host, 'disk'>, path: string): Buffer {
  const bytes = host.disk.read(resolve(path));
  if (bytes !== null) return bytes;
  throw fail('USAGE', { what: `There is no file ${path}.`, fix: 'Check the path.' });
}
