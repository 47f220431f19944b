import { crc32 } from 'node:zlib';

export interface Zipped {
  readonly name: string;
  readonly content: Buffer;
  readonly mode?: number;
}

const UNIX = 3 << 8;

/** A .zip with every file stored as it is, with Unix modes (PKWARE APPNOTE 4.3.7, 4.3.12 and 4.3.16). */
export function zip(files: readonly Zipped[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode = 0o644 } of files) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    writeCommon(local, 4, name, content);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(UNIX | 20, 4);
    writeCommon(entry, 6, name, content);
    entry.writeUInt32LE(((0o100000 | mode) << 16) >>> 0, 38);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), content);
    entries.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + content.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** Version needed to extract, flags, method "stored", time, date, checksum, sizes and the length of the name: the same in both headers. */
function writeCommon(header: Buffer, at: number, name: string, content: Buffer): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(0x21, at + 8);
  header.writeUInt32LE(crc32(content), at + 10);
  header.writeUInt32LE(content.length, at + 14);
  header.writeUInt32LE(content.length, at + 18);
  header.writeUInt16LE(Buffer.byteLength(name), at + 22);
}
