import type { Snippet } from '../contract/agent-shapes.ts';
import type { Paint } from './paint.ts';

/** The blocks in reading order. Content is printed as it is, so that it can be copied or piped. */
export function snippetLines({ blocks, notes }: Pick<Snippet, 'blocks' | 'notes'>, paint: Paint): string[] {
  return [
    ...blocks.flatMap(({ title, path, content }, at) => [
      ...(at === 0 ? [] : ['']),
      paint.dim(`# ${title}${path === null || title.includes(path) ? '' : ` (${path})`}`),
      ...content.trimEnd().split('\n'),
    ]),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => paint.dim(`# ${note}`))]),
  ];
}
