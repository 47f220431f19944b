import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { writeIcns } from '../../main/launcher/icons/write-icns.ts';
import { writeIco } from '../../main/launcher/icons/write-ico.ts';
import { root } from '../support/entry.ts';

const icon = (name: string): Buffer => readFileSync(join(root, 'assets', 'icons', name));

/** Width, and the colours of the middle and of the upper left corner, of an 8-bit RGBA PNG (W3C PNG, third edition). */
function look(png: Buffer): { width: number; height: number; corner: number[]; colours: number } {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  expect([...png.subarray(24, 29)]).toEqual([8, 6, 0, 0, 0]);
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(parts));
  expect(raw.length).toBe(height * (1 + width * 4));
  return { width, height, corner: [...raw.subarray(1, 5)], colours: new Set(raw).size };
}

function isDrawn(png: Buffer, size: number): void {
  const { width, height, corner, colours } = look(png);
  expect([width, height]).toEqual([size, size]);
  expect(corner[3], 'the corner is clear').toBeLessThan(128);
  expect(colours, 'something is drawn').toBeGreaterThan(20);
}

describe('the icon', () => {
  test.each([16, 24, 32, 48, 64, 96, 128, 256, 512, 1024])('is there as a PNG %i pixels wide', (size) => {
    isDrawn(icon(`${size}x${size}.png`), size);
  });

  test('is there for Windows in ten sizes, each a whole PNG', () => {
    const ico = icon('icon.ico');
    const count = ico.readUInt16LE(4);
    const sizes = Array.from({ length: count }, (_, at) => {
      const entry = 6 + 16 * at;
      const offset = ico.readUInt32LE(entry + 12);
      const size = ico.readUInt8(entry) === 0 ? 256 : ico.readUInt8(entry);
      isDrawn(ico.subarray(offset, offset + ico.readUInt32LE(entry + 8)), size);
      return size;
    });

    expect(ico.readUInt32LE(0)).toBe(0x00010000);
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 96, 128, 256]);
  });

  test('is there for macOS in every size and density', () => {
    const icns = icon('icon.icns');
    const found: Record<string, number> = {};
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      const png = icns.subarray(at + 8, at + icns.readUInt32BE(at + 4));
      found[icns.toString('latin1', at, at + 4)] = png.readUInt32BE(16);
      isDrawn(png, png.readUInt32BE(16));
    }

    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    expect(found).toEqual({
      icp4: 16,
      icp5: 32,
      ic11: 32,
      ic12: 64,
      ic07: 128,
      ic08: 256,
      ic13: 256,
      ic09: 512,
      ic14: 512,
      ic10: 1024,
    });
  });

  test('is refused in a size that the format does not have', () => {
    expect(() => writeIco([{ size: 512, png: Buffer.alloc(0) }])).toThrow(RangeError);
    expect(() => writeIcns([{ size: 48, png: Buffer.alloc(0) }])).toThrow(RangeError);
  });
});
