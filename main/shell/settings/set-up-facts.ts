import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DesktopFacts } from '../../contract/desktop.ts';
import { fail } from '../../contract/errors.ts';
import type { ShellParts } from '../parts.ts';

/** Answers the page about what never changes while the app runs. */
export function setUpFacts(parts: ShellParts, hasTray: Promise<boolean>): void {
  parts.handle('facts', z.undefined(), async (): Promise<DesktopFacts> => {
    return {
      platform: parts.platform,
      version: parts.version,
      electron: process.versions.electron ?? '',
      hasTray: await hasTray,
      canStartAtLogin: parts.isPackaged,
    };
  });
  parts.handle('licences', z.undefined(), async () => {
    try {
      return readFileSync(join(parts.root, 'licences.txt'), 'utf8');
    } catch (error) {
      // ENOENT: they are gathered when a package is made.
      const fix = 'Look into the `license` fields below node_modules.';
      throw fail('NOT_FOUND', { what: 'file in this clone', id: 'licences.txt', fix }, { cause: error });
    }
  });
}
