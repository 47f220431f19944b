import { join } from 'node:path';
import { z } from 'zod';
import type { Folders } from '../../core/host/folders.ts';
import type { Host } from '../../core/host/host.ts';
import { type KeptFields, openKeptFields } from './kept-fields.ts';

const desktopState = z.object({
  /** Zoom factor of the page; 1 is its own size. */
  zoom: z.number().min(0.5).max(3),
  /** The page's theme as it last was, so that the window opens in it. */
  theme: z.enum(['system', 'light', 'dark']),
  /** Expiries that were told, so that none is told twice. */
  told: z.array(z.string().max(200)).max(500),
  /** When updates were last looked for, or null. */
  lookedForUpdateAt: z.string().nullable(),
});

/** What the desktop app remembers without being asked to; losing it costs nothing but a repeated notification. */
export type DesktopState = z.infer<typeof desktopState>;

const FRESH: DesktopState = { zoom: 1, theme: 'system', told: [], lookedForUpdateAt: null };

/** The state in `desktop/state.json` of the data folder. */
export function openDesktopState(
  host: Pick<Host, 'disk' | 'randomBytes' | 'now'>,
  folders: Folders,
): KeptFields<DesktopState> {
  return openKeptFields(
    host,
    { folder: folders.desktop, path: join(folders.desktop, 'state.json') },
    desktopState,
    FRESH,
  );
}
