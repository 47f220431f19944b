import { app } from 'electron';
import type { ShellParts } from '../parts.ts';
import { pathOfLink, SCHEME } from './deep-link.ts';
import type { LinkQueue } from './link-queue.ts';

/** Shows what a deep link names. An installed app makes itself the one that opens such links; a clone leaves the machine as it is. */
export function setUpLinks(parts: ShellParts, links: LinkQueue): void {
  if (parts.isPackaged) app.setAsDefaultProtocolClient(SCHEME);
  links.follow((link) => {
    const path = pathOfLink(link);
    if (path === null) return;
    parts.window.show();
    parts.window.send({ kind: 'show', path });
  });
}
