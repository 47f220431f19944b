import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const LEAST = 5;
const LEAST_EDGE = 3;

const css = readFileSync(join(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8');
const themes = { light: tokensOf(1), dark: tokensOf(2) } as const;

const SURFACES = ['background', 'surface', 'sunken', 'soft'];
const TEXTS = ['text', 'muted', 'accent', 'ok', 'attention', 'failed', 'waiting'];

describe.each(Object.entries(themes))('the %s theme', (_, tokens) => {
  test.each(TEXTS.flatMap((text) => SURFACES.map((surface) => [text, surface] as const)))(
    'keeps %s readable on %s',
    (text, surface) => {
      expect(contrast(colour(tokens, text), colour(tokens, surface))).toBeGreaterThanOrEqual(LEAST);
    },
  );

  test.each([
    ['on-accent', 'accent'],
    ['on-accent', 'accent-pressed'],
    ['surface', 'ok'],
    ['surface', 'attention'],
    ['surface', 'failed'],
    ['background', 'text'],
  ])('keeps %s readable on %s', (text, surface) => {
    expect(contrast(colour(tokens, text), colour(tokens, surface))).toBeGreaterThanOrEqual(LEAST);
  });

  test.each(SURFACES)('bounds what can be typed in visibly on %s', (surface) => {
    expect(contrast(colour(tokens, 'edge'), colour(tokens, surface))).toBeGreaterThanOrEqual(LEAST_EDGE);
  });
});

test('the tokens are those of the design, in both themes', () => {
  expect(themes.light.get('background')).toBe('#f5f7f6');
  expect(themes.dark.get('background')).toBe('#0e1413');
  expect(themes.light.get('accent')).toBe('#0b6e65');
  expect(themes.dark.get('accent')).toBe('#4fc4b7');
});

/** The tokens of one theme: the first or second colour of each `light-dark()`. */
function tokensOf(side: 1 | 2): Map<string, string> {
  const pairs = css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
  return new Map(Array.from(pairs, (match) => [match[1] ?? '', match[side + 1] ?? '']));
}

function colour(tokens: ReadonlyMap<string, string>, name: string): string {
  const value = tokens.get(name);
  if (value === undefined) throw new Error(`tokens.css has no --${name}`);
  return value;
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
