import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { realHost } from '../../main/core/host/real-host.ts';
import { type BrowserCarrier, serveBrowser } from '../../main/transport/browser-carrier.ts';
import { type FakeUiCore, fakeUiCore, type Scene } from './fake-ui-core.ts';

/** Where `npm run build` puts the interface. */
export const UI_FOLDER = join(resolve(import.meta.dirname, '..', '..'), 'dist', 'ui');

export interface ServedUi {
  readonly core: FakeUiCore;
  readonly carrier: BrowserCarrier;
  newLink(): string;
  close(): Promise<void>;
}

/** The built interface over the real browser carrier, with its real headers, and a fake core behind it. */
export async function serveUi(scene: Scene): Promise<ServedUi> {
  if (!existsSync(join(UI_FOLDER, 'index.html'))) {
    throw new Error(`the interface is not built: run \`npx vite build\` first (${UI_FOLDER} is missing)`);
  }
  const core = fakeUiCore(scene);
  const carrier = await serveBrowser({ core, uiFolder: UI_FOLDER, host: realHost(process.env), port: 0 });
  let closing: Promise<void> | null = null;
  return {
    core,
    carrier,
    newLink: () => carrier.newLink(),
    close: () => {
      closing ??= carrier.close();
      return closing;
    },
  };
}
