import type { IpcMainInvokeEvent, Protocol, WebContents } from 'electron';

/*
 * Everything in which an old Electron, before 25, differs from those that the app ships with. There the shell can be seen at work where a modern binary cannot be had;
 * the age is taken from Electron's own version, so that nothing a page does can bring a modern one to take the old way.
 */

/** The first version whose `protocol.handle` there is; `senderFrame` and `setWindowOpenHandler` came before it. */
const MODERN = 25;

/** Whether this Electron is older than the interfaces that the shell is written for. */
export function isOldElectron(version: string | undefined = process.versions.electron): boolean {
  return Number.parseInt(version ?? '', 10) < MODERN;
}

/** What is known of the frame that an IPC message came from. */
export interface SenderFrame {
  readonly url: string;
  /** As Chromium serialises it; null where this Electron does not say. */
  readonly origin: string | null;
  readonly isTop: boolean;
}

/** The frame that sent a message, or null where it is gone. An old Electron tells the page of the whole contents alone. */
export function senderOf(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): SenderFrame | null {
  if (isOldElectron()) return { url: event.sender.getURL(), origin: null, isTop: true };
  const frame = event.senderFrame;
  if (frame === null || frame === undefined) return null;
  return { url: frame.url, origin: frame.origin, isTop: frame.parent === null && frame === frame.top };
}

/** One answer of our own scheme. */
export interface SchemeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

export interface SchemeRequest {
  readonly url: string;
  readonly method: string;
  readonly accept: string;
}

/** Answers every request for `scheme://`. */
export function serveScheme(
  protocol: Protocol,
  scheme: string,
  answer: (request: SchemeRequest) => SchemeAnswer,
): void {
  if (!isOldElectron()) {
    protocol.handle(scheme, ({ url, method, headers }) => {
      const { status, headers: sent, bytes } = answer({ url, method, accept: headers.get('accept') ?? '' });
      return new Response(method === 'HEAD' ? null : new Uint8Array(bytes), { status, headers: sent });
    });
    return;
  }
  protocol.registerBufferProtocol(scheme, ({ url, method, headers }, callback) => {
    const { status, headers: sent, bytes } = answer({ url, method, accept: headers.Accept ?? '' });
    const mimeType = sent['content-type']?.split(';')[0] ?? 'text/plain';
    callback({ statusCode: status, headers: { ...sent }, mimeType, data: Buffer.from(bytes) });
  });
}

/** No page opens a window. */
export function denyWindows(contents: WebContents): void {
  if (!isOldElectron()) contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  else contents.on('new-window' as 'destroyed', ((event: Electron.Event) => event.preventDefault()) as () => void);
}

/** Calls whenever another page begins to load in the top frame. An old Electron says what begins by position, without `details`. */
export function onNewPage(contents: WebContents, begins: () => void): void {
  contents.on('did-start-navigation', (details, _url, isInPlace, isMainFrame) => {
    const isSame = isOldElectron() ? isInPlace : details.isSameDocument;
    const isTop = isOldElectron() ? isMainFrame : details.isMainFrame;
    if (isTop && !isSame) begins();
  });
}
