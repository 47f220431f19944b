import { EventEmitter } from 'node:events';
import type Electron from 'electron';

/** A frame as the shell sees one. */
export class FrameDouble implements Pick<Electron.WebFrameMain, 'url' | 'origin' | 'send'> {
  url: string;
  origin: string;
  parent: Electron.WebFrameMain | null = null;
  /** What the page's world hears: `ipcRenderer.on`. */
  readonly heard = new EventEmitter();
  readonly sent: { channel: string; message: unknown }[] = [];

  constructor(url: string, origin: string = new URL(url).protocol === 'app:' ? `app://${new URL(url).host}` : 'null') {
    this.url = url;
    this.origin = origin;
  }

  send(channel: string, message: unknown): void {
    const copy: unknown = structuredClone(message);
    this.sent.push({ channel, message: copy });
    this.heard.emit(channel, { sender: 'the page must never see this' }, copy);
  }

  get top(): Electron.WebFrameMain {
    return (this.parent ?? this) as unknown as Electron.WebFrameMain;
  }
}

type ContentsPart = Pick<Electron.WebContents, 'getURL' | 'isDestroyed' | 'reload' | 'send' | 'setWindowOpenHandler'>;

/** What a window shows. */
export class ContentsDouble extends EventEmitter implements ContentsPart {
  mainFrame = new FrameDouble('app://sealwire/');
  isGone = false;
  reloads = 0;
  windowOpenHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null = null;

  getURL(): string {
    return this.mainFrame.url;
  }

  isDestroyed(): boolean {
    return this.isGone;
  }

  reload(): void {
    this.reloads++;
  }

  send(channel: string, message: unknown): void {
    this.mainFrame.send(channel, message);
  }

  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.windowOpenHandler = handler;
  }

  /** Emits a navigation event and says whether the shell prevented it. */
  isPrevented(event: string, url = 'https://evil.example/'): boolean {
    let prevented = false;
    const details = {
      url,
      isMainFrame: true,
      isSameDocument: false,
      preventDefault: () => {
        prevented = true;
      },
    };
    this.emit(event, details, url);
    return prevented;
  }
}
