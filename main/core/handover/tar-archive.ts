import { gzipSync } from 'node:zlib';

/** One file of an archive; its name is ASCII, with `/` between folders. */
export interface ArchivedFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly mode: number;
}

const BLOCK = 512;
const LONGEST_NAME = 100;

/** A `.tar.gz` of files (POSIX.1-1988, ustar), owned by whoever unpacks it. The names are ours and short. */
export function tarArchive(files: readonly ArchivedFile[], at: Date): Buffer {
  const parts = files.flatMap(({ name, bytes, mode }) => [
    header(name, bytes.length, mode, at),
    bytes,
    Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK),
  ]);
  return gzipSync(Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]));
}

function header(name: string, length: number, mode: number, at: Date): Buffer {
  if (Buffer.byteLength(name) > LONGEST_NAME) throw new Error(`${name} is too long for an archive`);
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, start: number, digits: number): void => {
    block.write(`${value.toString(8).padStart(digits, '0')}\0`, start, 'ascii');
  };
  block.write(name, 0, 'ascii');
  octal(mode, 100, 7);
  octal(0, 108, 7);
  octal(0, 116, 7);
  octal(length, 124, 11);
  octal(Math.floor(at.getTime() / 1000), 136, 11);
  // The sum is taken with blanks in its own place.
  block.write('        ', 148, 'ascii');
  block.write('0', 156, 'ascii');
  block.write('ustar\x0000', 257, 'latin1');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'ascii');
  return block;
}
