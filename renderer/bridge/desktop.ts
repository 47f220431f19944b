import type { DesktopFace } from '../../main/contract/index.ts';

declare global {
  interface Window {
    /** Exposed by the desktop shell's preload; a browser tab has none and talks HTTP. */
    readonly sealwireDesktop?: DesktopFace;
  }
}

/** What this page has beyond a browser tab, or null in one. */
export function desktop(): DesktopFace | null {
  return typeof window === 'undefined' ? null : (window.sealwireDesktop ?? null);
}
