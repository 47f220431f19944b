import { app } from 'electron';
import type { ShellParts } from '../parts.ts';

/** The panel behind "About Sealwire". */
export function setUpAbout(parts: Pick<ShellParts, 'version'>): void {
  app.setAboutPanelOptions({
    applicationName: 'Sealwire',
    applicationVersion: parts.version,
    // macOS shows the build number in brackets beside the version; it has none.
    version: '',
    copyright: 'The Sealwire authors, Apache-2.0',
    website: '',
    credits: `Electron ${process.versions.electron ?? 'unknown'}. Sealwire collects nothing and calls no server by itself.`,
  });
}
