import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

/*
 * Draws the tray's icons: `node main/launcher/draw-tray-icons.ts`. SVG sources and PNG files are committed, so that nobody needs a browser to build. Each state has a
 * shape of its own (filled seal, triangle, open ring with bars) besides its colour, and a black one that macOS colours itself.
 */

const folder = resolve(import.meta.dirname, '..', '..', 'assets', 'icons', 'tray');

/** Middle tones that stand out by 3:1 from light and from dark panels. */
const MARKS = {
  listening: {
    colour: '#128a7d',
    shape: `<mask id="cut"><rect width="32" height="32" fill="#fff"/><path d="m10 16.4 4.2 4.2 8-9" fill="none" stroke="#000" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"/></mask><circle cx="16" cy="16" r="14" mask="url(#cut)"/>`,
  },
  failures: {
    colour: '#d4473c',
    shape: `<mask id="cut"><rect width="32" height="32" fill="#fff"/><path d="M16 11.5v8" stroke="#000" stroke-width="3.4" stroke-linecap="round"/><circle cx="16" cy="24.4" r="2" fill="#000"/></mask><path d="M16 3.5 30 28.5H2Z" stroke-width="3" stroke-linejoin="round" mask="url(#cut)"/>`,
  },
  stopped: {
    colour: '#768690',
    shape: `<circle cx="16" cy="16" r="12.4" fill="none" stroke-width="3.2"/><path d="M12.6 11.5v9M19.4 11.5v9" fill="none" stroke-width="3.4" stroke-linecap="round"/>`,
  },
} as const;

const SIZES = [
  { suffix: '-16', size: 16, isTemplate: false },
  { suffix: '-22', size: 22, isTemplate: false },
  { suffix: 'Template', size: 18, isTemplate: true },
];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
const page = await browser.newPage();
mkdirSync(folder, { recursive: true });
for (const [mark, { colour, shape }] of Object.entries(MARKS)) {
  writeFileSync(join(folder, `${mark}.svg`), `${drawing(shape, colour, mark)}\n`);
  for (const { suffix, size, isTemplate } of SIZES) {
    for (const scale of [1, 2]) {
      const pixels = size * scale;
      await page.setViewportSize({ width: pixels, height: pixels });
      const svg = drawing(shape, isTemplate ? '#000' : colour).replace(
        '<svg',
        `<svg width="${pixels}" height="${pixels}"`,
      );
      await page.setContent(`<style>*{margin:0;background:transparent}svg{display:block}</style>${svg}`);
      const png = await page.screenshot({ omitBackground: true });
      writeFileSync(join(folder, `${mark}${suffix}${scale === 2 ? '@2x' : ''}.png`), png);
    }
  }
}
await browser.close();

function drawing(shape: string, colour: string, title = ''): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${title === '' ? '' : `<title>${title}</title>`}<g fill="${colour}" stroke="${colour}" stroke-width="0">${shape}</g></svg>`;
}
