import type { ShellParts } from '../parts.ts';
import { pathOfLink } from './deep-link.ts';
import type { LinkQueue } from './link-queue.ts';

/** Shows what a deep link names. That the system hands such links to Sealwire is the packages' doing; the running app changes nothing on the machine for it. */
export function setUpLinks(parts: ShellParts, links: LinkQueue): void {
  links.follow((link) => {
    const path = pathOfLink(link);
    if (path === null) return;
    parts.window.show();
    parts.window.send({ kind: 'show', path });
  });
}
