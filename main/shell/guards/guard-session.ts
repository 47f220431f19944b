import type { Session, WebContents } from 'electron';
import { isOurs } from '../relay/sender.ts';
import { mayLoad } from './url-policy.ts';

/** The one thing that a page may do without being asked: put text on the clipboard after a click. */
const GRANTED = 'clipboard-sanitized-write';

/** Refuses every permission but one, every download and every address but our own. Saving goes through the system's dialog instead. */
export function guardSession(
  session: Session,
  options: { readonly isPackaged: boolean; readonly isOurWindow: (contents: WebContents) => boolean },
): void {
  const { isPackaged, isOurWindow } = options;
  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    callback(mayDo(permission, isOurWindow(contents), details.isMainFrame, details.requestingUrl));
  });
  session.setPermissionCheckHandler((contents, permission, origin, details) =>
    mayDo(permission, contents !== null && isOurWindow(contents), details.isMainFrame, details.requestingUrl ?? origin),
  );
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !mayLoad(url, isPackaged) }));
}

/** Pure, so that every permission that Electron knows can be tried. */
export function mayDo(permission: string, isOurWindow: boolean, isMainFrame: boolean, url: string): boolean {
  return permission === GRANTED && isOurWindow && isMainFrame && isOurs(url);
}
