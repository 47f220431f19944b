import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { ICNS_SIZES, writeIcns } from './write-icns.ts';
import { type Picture, writeIco } from './write-ico.ts';

/*
 * `npm run icons`: draws every icon file in assets/icons from assets/icon.svg, and the small ones from assets/icon-small.svg, whose lines are thicker. The
 * files are committed; this is run when a drawing changes. It needs a Chromium: $SEALWIRE_CHROMIUM, else the one of Debian.
 */

const LINUX_SIZES = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024];
const WINDOWS_SIZES = [16, 20, 24, 32, 40, 48, 64, 96, 128, 256];
const SMALL = 32;

/** What a window on Linux shows in its title bar and the list of windows. */
const WINDOW_SIZE = 256;

/** macOS leaves a margin around its icons: the shape is 824 of 1024 wide (Apple, "Human Interface Guidelines: App icons", production template). */
const MAC_SHAPE = 824 / 1024;

const assets = resolve(import.meta.dirname, '..', '..', '..', 'assets');
const folder = join(assets, 'icons');
const drawings = {
  large: readFileSync(join(assets, 'icon.svg'), 'base64'),
  small: readFileSync(join(assets, 'icon-small.svg'), 'base64'),
};

const browser = await chromium.launch({ executablePath: process.env.SEALWIRE_CHROMIUM ?? '/usr/bin/chromium' });
try {
  mkdirSync(folder, { recursive: true });
  for (const { size, png } of await draw(LINUX_SIZES, 1)) writeFileSync(join(folder, `${size}x${size}.png`), png);
  const [windowIcon] = await draw([WINDOW_SIZE], 1);
  if (windowIcon !== undefined) writeFileSync(join(folder, 'icon.png'), windowIcon.png);
  writeFileSync(join(folder, 'icon.ico'), writeIco(await draw(WINDOWS_SIZES, 1)));
  writeFileSync(join(folder, 'icon.icns'), writeIcns(await draw(ICNS_SIZES, MAC_SHAPE)));
} finally {
  await browser.close();
}

/** The drawing at each of `sizes`, on a transparent ground, as wide as `share` of it. */
async function draw(sizes: readonly number[], share: number): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const svg = size <= SMALL ? drawings.small : drawings.large;
    await page.setContent(
      `<style>*{margin:0}body{width:${size}px;height:${size}px;display:grid;place-items:center;overflow:hidden}img{width:${size * share}px;height:${size * share}px}</style><img src="data:image/svg+xml;base64,${svg}">`,
    );
    await page.locator('img').evaluate((image) => (image instanceof HTMLImageElement ? image.decode() : undefined));
    pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
    await page.close();
  }
  return pictures;
}
