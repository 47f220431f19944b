import { shell } from 'electron';
import { z } from 'zod';
import type { Handle } from '../parts.ts';
import { linkToOpen } from './url-policy.ts';

/** Opens documentation in the person's browser; resolves to whether the link was one of the list. */
export function openLinks(handle: Handle): void {
  handle('openLink', z.string().max(2_000), async (text) => {
    const url = linkToOpen(text);
    if (url === null) return false;
    await shell.openExternal(url);
    return true;
  });
}
