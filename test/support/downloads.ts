import type { Download, Page } from 'playwright-core';

/** What the browser downloads while something is done, as soon as there are so many. */
export async function downloads(page: Page, count: number, act: () => Promise<unknown>): Promise<Download[]> {
  const taken: Download[] = [];
  const all = new Promise<void>((resolve) => {
    page.on('download', (download) => {
      taken.push(download);
      if (taken.length === count) resolve();
    });
  });
  await act();
  await all;
  return taken;
}
