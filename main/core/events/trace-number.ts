/**
 * A small number that stands for a trace id in the index (FNV-1a, 32 bits, over UTF-16 units). Two traces may share one: what is found by it is looked at again.
 */
export function traceNumber(trace: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < trace.length; at += 1) hash = Math.imul(hash ^ trace.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
