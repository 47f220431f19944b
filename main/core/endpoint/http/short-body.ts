import { firstHeader } from './header-value.ts';
import type { ServedRequest } from './served-request.ts';

/** The real server looks at two bytes to tell what a body is, and takes one that ends with them for an empty one (reference A2, quirks). */
export function isTooShortToSniff(request: Pick<ServedRequest, 'headers' | 'headersDistinct'>): boolean {
  const length = request.headers['content-length'];
  const encoding = firstHeader(request, 'content-encoding');
  return (length === '1' || length === '2') && encoding !== 'gzip' && encoding !== 'deflate';
}
