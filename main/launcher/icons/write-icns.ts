import type { Picture } from './write-ico.ts';

/** Types of an icns element that hold PNG, by width in pixels; those of Retina displays have a second name for the same width. */
const TYPES: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** Widths that a complete icon for macOS has. */
export const ICNS_SIZES: readonly number[] = Object.keys(TYPES).map(Number);

/** A macOS icon: a header, then elements of type, length and PNG, all big-endian. Throws for a width that the format does not know. */
export function writeIcns(pictures: readonly Picture[]): Buffer {
  const elements = pictures.flatMap(({ size, png }) => {
    const types = TYPES[size];
    if (types === undefined) throw new RangeError(`an icon for macOS has no picture that is ${size} pixels wide`);
    return types.map((type) => chunk(type, png));
  });
  return chunk('icns', Buffer.concat(elements));
}

function chunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
