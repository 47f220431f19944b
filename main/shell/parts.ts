import type { BrowserWindow } from 'electron';
import type { z } from 'zod';
import type { DesktopFace } from '../contract/desktop.ts';
import type { Client, DesktopLink, DesktopPlatform, DesktopSettings, Push, ShellCommand } from '../contract/index.ts';
import type { Folders } from '../core/host/folders.ts';

/** What every concern of the shell is given to work with. A concern is one function `setUpX(parts)`; what it opens, it hands to `onClose`. */
export interface ShellParts {
  readonly platform: DesktopPlatform;
  readonly version: string;
  readonly folders: Folders;
  readonly isPackaged: boolean;
  /** Folder that holds `dist` and `assets`: the clone, or the archive of the package. */
  readonly root: string;
  readonly settings: ShellSettings;
  readonly core: ShellCore;
  readonly window: ShellWindow;
  /** Ends the app and leaves nothing running. */
  readonly quit: () => void;
  readonly handle: Handle;
  /** Tells the page, and nothing but our own page, about something it listens for. */
  readonly publish: (name: Published, message: unknown) => void;
  /** Called once when the app quits, the last one registered first. A promise is waited for, within a bound. */
  readonly onClose: (closer: () => unknown) => void;
  /** A line for `logs/desktop.log`; never a secret. */
  readonly log: (line: string) => void;
}

/**
 * The one way to answer the page: sender and input are checked before `handler` sees them, what it throws travels as an error of the catalogue.
 * One parameter of the face is the input itself; two are an object of both by their names; none is `undefined`.
 */
export type Handle = <Input>(
  name: keyof DesktopFace,
  schema: z.ZodType<Input>,
  handler: (input: Input) => Promise<unknown>,
) => void;

/** Functions of the face that hand the page news instead of an answer. */
export type Published = 'onCommand' | 'onUpdate';

export interface ShellSettings {
  get(): DesktopSettings;
  change(change: Partial<DesktopSettings>): DesktopSettings;
  listen(listener: (settings: DesktopSettings) => void): () => void;
}

/** The conversation with the core, whichever process it is just now. */
export interface ShellCore {
  /** Waits for a core that is starting; rejects with a `SealwireError` where there is none. */
  readonly call: Client['call'];
  /** The present link is told at once. A core that was started anew is subscribed to again, and begins with "everything changed". */
  listen(onPush: (push: Push) => void, onLink: (link: DesktopLink) => void): () => void;
  /** Starts the core anew: one that hangs is killed, and its end is waited for. */
  restart(): Promise<void>;
}

export interface ShellWindow {
  /** Brings the window to the front, made anew where it was closed. */
  show(): void;
  hide(): void;
  isVisible(): boolean;
  /** Waits until the page listens. */
  send(command: ShellCommand): void;
  browserWindow(): BrowserWindow | null;
  /** Called for the window that is there and for each that is made later. */
  onWindow(listener: (window: BrowserWindow) => void): void;
  /** Decides what closing the window means: `hide` keeps it, out of sight. Without it, closing closes. Not asked while the app quits. */
  decideClose(decide: () => 'hide' | 'close'): void;
}
