import type { DesktopFace } from '../../contract/desktop.ts';

const PREFIX = 'sealwire:';

/** The channel of one function of the face; the page's calls and the shell's news for that function both travel on it. */
export function channelOf(name: keyof DesktopFace): string {
  return PREFIX + name;
}

/** What answers a call over any channel: electron would drop an error's own fields. */
export type Carried<Answer> =
  | { readonly answer: Answer }
  | { readonly error: { readonly code: string; readonly message: string; readonly fix: string } };
