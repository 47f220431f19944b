import { z } from 'zod';
import { exportedFile } from './certificate-shapes.ts';
import type { ErrorShape } from './errors.ts';
import type { ProcedureName } from './procedures.ts';
import type { Push } from './pushes.ts';

/*
 * What the desktop window has beyond a browser tab. The shell's preload exposes exactly `DesktopFace` as `window.sealwireDesktop`; every input that crosses
 * is checked against the schemas here. A browser tab has none of it.
 */

/** Platforms that the desktop app is made for. */
export type DesktopPlatform = 'darwin' | 'linux' | 'win32';

/** Errors lose their own fields on the way through Electron's context bridge, so an answer and a refusal both travel as data. */
export type DesktopAnswer = { readonly answer: unknown } | { readonly error: ErrorShape };

/** How the window stands with the core. `problem` says why it is lost, in one sentence with one way on. */
export interface DesktopLink {
  readonly state: 'opening' | 'open' | 'lost';
  readonly problem: DesktopProblem | null;
}

export interface DesktopProblem {
  readonly message: string;
  readonly fix: string;
  /** Whether `restartCore` is the way on. */
  readonly canRestart: boolean;
}

/** What menu, tray, deep links and notifications ask of the page. A link prefills; it never acts. */
export type ShellCommand =
  | { readonly kind: 'show'; readonly path: string }
  | { readonly kind: 'palette' }
  | { readonly kind: 'said'; readonly text: string };

/** Where on the page the application menu opens. */
export const menuPlace = z.object({
  x: z.number().min(0).max(20_000),
  y: z.number().min(0).max(20_000),
});
export type MenuPlace = z.infer<typeof menuPlace>;

/** A name of a file or folder that every system takes, without a way out of where it is put. */
const plainName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^(?!\.+$)[^/\\:*?"<>|\p{Cc}]+$/u);

/** A file that the person is asked where to save. `content` is text; the name is a suggestion. */
export const fileToSave = z.object({
  name: plainName,
  content: z.string().max(64 * 1024 * 1024),
});
export type FileToSave = z.infer<typeof fileToSave>;

/** Exported files that the person is asked where to save: one by its own name, several into a new folder of the name `folder`. Names may have folders, with `/` between. */
export const filesToSave = z.object({
  folder: plainName,
  files: z
    .array(
      exportedFile.extend({
        name: z.string().refine((name) => name.split('/').every((part) => plainName.safeParse(part).success)),
        base64: z.base64().max(64 * 1024 * 1024),
      }),
    )
    .min(1)
    .max(1000),
});
export type FilesToSave = z.infer<typeof filesToSave>;

/** Choices of the desktop app, kept in `desktop.json` of the data folder. */
export const desktopSettings = z.object({
  startAtLogin: z.boolean(),
  /** Closing the window leaves Sealwire in the tray, where there is one. */
  staysInTray: z.boolean(),
  notifies: z.boolean(),
  /** Ask once a day whether there is a newer version; off until the person turns it on. */
  looksForUpdates: z.boolean(),
});
export type DesktopSettings = z.infer<typeof desktopSettings>;

/** What is known about a newer version. Nothing is fetched before `fetchUpdate`, nothing is installed before `installUpdate`. */
export type DesktopUpdate =
  | { readonly state: 'off'; readonly reason: string }
  | { readonly state: 'current'; readonly checkedAt: string | null }
  | { readonly state: 'available'; readonly version: string; readonly notes: string }
  | { readonly state: 'fetching'; readonly version: string; readonly percent: number }
  | { readonly state: 'ready'; readonly version: string }
  | { readonly state: 'failed'; readonly message: string; readonly fix: string };

/** Everything that is fixed for the life of the window. */
export interface DesktopFacts {
  readonly platform: DesktopPlatform;
  readonly version: string;
  readonly electron: string;
  readonly hasTray: boolean;
  /** False where the person can do nothing about it: development, or a system without it. */
  readonly canStartAtLogin: boolean;
}

/** The named functions that the preload exposes. None hands out an Electron object or an event. */
export interface DesktopFace {
  call(name: ProcedureName, input: unknown): Promise<DesktopAnswer>;
  listen(onPush: (push: Push) => void, onLink: (link: DesktopLink) => void): () => void;
  onCommand(listener: (command: ShellCommand) => void): () => void;
  /** Opens the application menu at a place of the page, in CSS pixels: Windows shows no menu bar in a window whose title bar is the page. */
  showMenu(at: MenuPlace): Promise<void>;
  facts(): Promise<DesktopFacts>;
  /** Starts the core anew where it died or hangs. */
  restartCore(): Promise<void>;
  /** Opens a documentation link; the shell opens nothing but https pages of its allow-list. */
  openLink(url: string): Promise<boolean>;
  /** Puts text on the clipboard. A secret is taken off again after a minute where it is still there; resolves to that time in milliseconds, or null. */
  copy(text: string, isSecret: boolean): Promise<number | null>;
  /** Asks where to save; resolves to the path, or null where the person thought better of it. */
  saveFile(file: FileToSave): Promise<DesktopAnswer>;
  /** The same for the files of an export; what holds a private key is its owner's alone, mode 0600. Nothing that is there is written over. */
  saveFiles(files: FilesToSave): Promise<DesktopAnswer>;
  settings(): Promise<DesktopSettings>;
  changeSettings(change: Partial<DesktopSettings>): Promise<DesktopSettings>;
  /** The page's theme, so that title bar and native menus follow it. */
  setTheme(theme: 'system' | 'light' | 'dark'): Promise<void>;
  update(): Promise<DesktopUpdate>;
  onUpdate(listener: (update: DesktopUpdate) => void): () => void;
  checkForUpdate(): Promise<DesktopUpdate>;
  fetchUpdate(): Promise<DesktopUpdate>;
  /** Quits, installs what was fetched and checked, and starts again. */
  installUpdate(): Promise<void>;
  /** Text of the licences of everything that is shipped. */
  licences(): Promise<string>;
}
