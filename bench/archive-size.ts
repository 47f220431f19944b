import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createPackage } from '@electron/asar';
import { stage } from '../main/launcher/package/stage.ts';
import { writeLicences } from '../main/launcher/package/write-licences.ts';
import type { Bench, Finding } from './bench.ts';

const root = resolve(import.meta.dirname, '..');

export const bench: Bench = {
  name: 'desktop: archive beside Electron and Node',
  target: '≤ 8 MB',
  run: async (): Promise<Finding> => {
    if (!existsSync(join(root, 'dist', 'shell', 'main.cjs')))
      throw new Error('the window is not built: run `npm run build` first');
    if (!existsSync(join(root, 'dist', 'licences.txt'))) await writeLicences(root);
    const folder = mkdtempSync(join(tmpdir(), 'sealwire-archive-'));
    try {
      // Node and the keychain's package lie beside the archive; what stands in for them does not count.
      const keyring = join(folder, 'keyring');
      const node = join(folder, 'node');
      mkdirSync(keyring);
      writeFileSync(node, '');
      const parts = { node, keyring: { name: '@napi-rs/keyring-none', folder: keyring } };
      const { app } = stage(root, { platform: 'linux', arch: 'x64' }, parts, join(folder, 'staged'));
      const archive = join(folder, 'app.asar');
      await createPackage(app, archive);
      return { figure: statSync(archive).size / 1024 / 1024, unit: 'MB' };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
