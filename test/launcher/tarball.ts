import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** A .tgz in the ustar format, as npm packs one. */
export function tarball(files: readonly { readonly name: string; readonly content: Buffer }[]): Buffer {
  const blocks = files.flatMap(({ name, content }) => [
    header(name, content.length),
    content,
    Buffer.alloc(padding(content.length)),
  ]);
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

export function integrityOf(bytes: Buffer): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}

function padding(size: number): number {
  return (512 - (size % 512)) % 512;
}

function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100);
  block.write('0000644\0', 100);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('        ', 148);
  block.write('0ustar\u000000', 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}
