import { join } from 'node:path';
import { isMap, isScalar, parseDocument } from 'yaml';
import { SealwireError } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';

/** The names that Compose looks for (Compose specification, "Compose file"); all of them are read, as overrides are. */
const FILES = [
  'compose.yaml',
  'compose.yml',
  'compose.override.yaml',
  'compose.override.yml',
  'docker-compose.yaml',
  'docker-compose.yml',
  'docker-compose.override.yaml',
  'docker-compose.override.yml',
];

/** Larger than any that was written by hand. */
const MOST_BYTES = 1024 * 1024;

/** How many services are told; a project with more has no need for a certificate with all of them. */
const MOST_SERVICES = 50;

/** The services of the Compose files in a folder, in their order. A file that cannot be read, or is being edited, has none. */
export function composeServices(
  host: Pick<Host, 'disk'>,
  folder: string,
): { readonly service: string; readonly file: string }[] {
  const found = FILES.flatMap((file) =>
    servicesIn(textOf(host, join(folder, file))).map((service) => ({ service, file })),
  );
  return found
    .filter(({ service }, at) => found.findIndex((other) => other.service === service) === at)
    .slice(0, MOST_SERVICES);
}

function servicesIn(text: string): string[] {
  const { contents } = parseDocument(text, { logLevel: 'silent' });
  const services = isMap(contents) ? contents.get('services', true) : null;
  if (!isMap(services)) return [];
  return services.items.flatMap(({ key }) => (isScalar(key) && typeof key.value === 'string' ? [key.value] : []));
}

function textOf({ disk }: Pick<Host, 'disk'>, path: string): string {
  try {
    const facts = disk.facts(path);
    if (facts === null || facts.isFolder || facts.bytes > MOST_BYTES) return '';
    return disk.read(path)?.toString() ?? '';
  } catch (error) {
    // A folder that is not the person's to read: it suggests nothing.
    if (error instanceof SealwireError) return '';
    throw error;
  }
}
