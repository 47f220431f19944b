import { fail } from '../../contract/index.ts';
import { readServerName } from '../certificates/server-name.ts';

/** A domain as a constraint takes it: `example.com`, also where it was typed `*.example.com` or `.example.com`. Throws `NAME_REFUSED`. */
export function readDomain(typed: string): string {
  const read = readServerName(typed.replace(/^\*?\./, ''));
  if ('why' in read) throw fail('NAME_REFUSED', { name: typed, ...read });
  if (read.general.kind === 'dns' && !read.text.startsWith('*')) return read.text;
  throw fail('NAME_REFUSED', {
    name: typed,
    why: 'a domain is needed here',
    fix: 'Name a domain such as `example.com`.',
  });
}
