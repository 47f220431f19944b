import { shell } from 'electron';
import { z } from 'zod';
import type { Handle } from '../parts.ts';
import { linkToOpen } from './url-policy.ts';

/** Lets the page open documentation in the person's browser. */
export function openLinks(handle: Handle): void {
  handle('openLink', z.string().max(2_000), openLink);
}

/** Opens documentation in the person's browser; resolves to whether the link was one of the list. */
export async function openLink(text: string): Promise<boolean> {
  const url = linkToOpen(text);
  if (url === null) return false;
  await shell.openExternal(url);
  return true;
}
