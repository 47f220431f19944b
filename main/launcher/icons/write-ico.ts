/** A square PNG, `size` pixels wide. */
export interface Picture {
  readonly size: number;
  readonly png: Buffer;
}

const HEADER = 6;
const ENTRY = 16;

/**
 * A Windows icon that holds `pictures` as PNG, which Windows reads since Vista (Microsoft, "The evolution of the ICO file format, part 4"). A width of 256 is
 * written as 0: the field is one byte.
 */
export function writeIco(pictures: readonly Picture[]): Buffer {
  const table = Buffer.alloc(HEADER + ENTRY * pictures.length);
  table.writeUInt16LE(1, 2);
  table.writeUInt16LE(pictures.length, 4);
  let offset = table.length;
  for (const [at, { size, png }] of pictures.entries()) {
    if (size > 256) throw new RangeError(`an icon for Windows is 256 pixels wide at most, this one is ${size}`);
    const entry = HEADER + ENTRY * at;
    table.writeUInt8(size % 256, entry);
    table.writeUInt8(size % 256, entry + 1);
    table.writeUInt16LE(1, entry + 4);
    table.writeUInt16LE(32, entry + 6);
    table.writeUInt32LE(png.length, entry + 8);
    table.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([table, ...pictures.map(({ png }) => png)]);
}
