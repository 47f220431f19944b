import type { SchemeRequest } from '../electron-age.ts';
import { isOurs } from '../relay/sender.ts';

/** What is asked for of the interface: a path that begins with `/` and has no way up in it, and whether a page would do. Null where the request is none of ours. */
export function assetRequest({ url, method, accept }: SchemeRequest): { path: string; isPage: boolean } | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (!isOurs(url)) return null;
  const path = decoded(new URL(url).pathname);
  if (path === null || !/^\/[^\\\0]*$/.test(path)) return null;
  if (path.split('/').some((part) => part === '..' || part === '.')) return null;
  // An old Chromium says nothing of what it accepts on a scheme of our own; a page of the interface has no ending.
  const isPage = accept.includes('text/html') || !/\.[^/]*$/.test(path);
  return { path: path === '' ? '/' : path, isPage };
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    // Not valid percent-encoding (URIError).
    return null;
  }
}
