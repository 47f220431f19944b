import type { z } from 'zod';
import { writeAtomically } from '../../core/host/atomic-write.ts';
import type { Host } from '../../core/host/host.ts';
import { keepAside } from '../../core/host/keep-aside.ts';

/** Fields kept in a JSON file. */
export interface KeptFields<Fields> {
  get(): Fields;
  /** Writes before it answers; rejects with `DISK_FAILED` and leaves everything as it was. */
  change(change: Partial<Fields>): Fields;
  /** What was wrong with the file that was found, in one sentence; null where nothing was. */
  readonly problem: string | null;
}

type FileHost = Pick<Host, 'disk' | 'randomBytes' | 'now'>;

/**
 * Reads the fields of a JSON file once. A field that is missing or wrong falls back to `fallback` alone; keys that are not known are kept when the file is written, because
 * a later version may have put them there. A file that cannot be read, or that has a wrong field, is kept aside and said in `problem`.
 */
export function openKeptFields<Shape extends z.ZodRawShape>(
  host: FileHost,
  place: { readonly folder: string; readonly path: string },
  shape: z.ZodObject<Shape>,
  fallback: z.infer<z.ZodObject<Shape>>,
): KeptFields<z.infer<z.ZodObject<Shape>>> {
  const found = readRecord(host, place.path);
  const wrong = Object.entries(shape.shape)
    .filter(([name, field]) => name in found.record && !isValid(field, found.record[name]))
    .map(([name]) => name);
  const given = Object.entries(found.record).filter(([name]) => !wrong.includes(name));
  let record: Record<string, unknown> = { ...fallback, ...Object.fromEntries(given) };
  let fields = shape.parse(record);

  return {
    get: () => fields,
    change: (change) => {
      const changed = Object.entries(change).filter(([, value]) => value !== undefined);
      const next = { ...record, ...Object.fromEntries(changed) };
      const parsed = shape.parse(next);
      host.disk.makeFolder(place.folder, 0o700);
      writeAtomically(host, place.path, `${JSON.stringify(next, null, 2)}\n`);
      record = next;
      fields = parsed;
      return fields;
    },
    problem: problemOf(host, place.path, found.isReadable, wrong),
  };
}

function readRecord(host: FileHost, path: string): { record: Record<string, unknown>; isReadable: boolean } {
  try {
    const bytes = host.disk.read(path);
    if (bytes === null) return { record: {}, isReadable: true };
    const value: unknown = JSON.parse(bytes.toString());
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isRecord ? { record: { ...value }, isReadable: true } : { record: {}, isReadable: false };
  } catch {
    // DISK_FAILED, or a SyntaxError: half-written, or edited by hand. The caller keeps what is there aside and says so; a window without its choices is better than none.
    return { record: {}, isReadable: false };
  }
}

function isValid(field: unknown, value: unknown): boolean {
  return (field as z.ZodType).safeParse(value).success;
}

function problemOf(host: FileHost, path: string, isReadable: boolean, wrong: readonly string[]): string | null {
  if (isReadable && wrong.length === 0) return null;
  const what = isReadable
    ? `${wrong.join(', ')} in ${path} fell back to the default`
    : `${path} could not be read, so the defaults apply`;
  try {
    return `${what}; the file that was found is kept as ${keepAside(host, path)}.`;
  } catch {
    // DISK_FAILED on a read-only folder: the file stays where it is, which loses nothing either.
    return `${what}; the file stays where it is.`;
  }
}
