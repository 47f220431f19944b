import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

const BLOCK = 512;

/**
 * Writes one file of a .tgz to `target` with mode 0755 and resolves to whether it was there. It reads the ustar format as npm writes it: 512-byte headers
 * with the name at 0, the size in octal at 124 and the prefix at 345 (POSIX pax, "ustar Interchange Format").
 */
export async function untarOne(archive, name, target) {
  const blocks = createReadStream(archive).pipe(createGunzip());
  let kept = Buffer.alloc(0);
  let skip = 0;
  let left = 0;
  let out = null;

  for await (const chunk of blocks) {
    kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
    while (kept.length > 0) {
      if (left > 0) {
        const part = kept.subarray(0, left);
        left -= part.length;
        kept = kept.subarray(part.length);
        if (!out.write(part)) await once(out, 'drain');
        if (left > 0) break;
        out.end();
        // Not 'finish': a program that is still open for writing cannot be started (ETXTBSY).
        await once(out, 'close');
        return true;
      }
      if (skip > 0) {
        const dropped = Math.min(skip, kept.length);
        skip -= dropped;
        kept = kept.subarray(dropped);
        continue;
      }
      if (kept.length < BLOCK) break;
      const header = kept.subarray(0, BLOCK);
      kept = kept.subarray(BLOCK);
      const size = Number.parseInt(text(header, 124, 12), 8) || 0;
      const prefix = text(header, 345, 155);
      const path = prefix === '' ? text(header, 0, 100) : `${prefix}/${text(header, 0, 100)}`;
      if (path === name && size > 0) {
        left = size;
        out = createWriteStream(target, { mode: 0o755 });
      } else {
        skip = Math.ceil(size / BLOCK) * BLOCK;
      }
    }
  }
  return false;
}

function text(header, start, length) {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field
    .subarray(0, end === -1 ? length : end)
    .toString('utf8')
    .trim();
}
