import type { RunningShell } from './running-shell.ts';

/** What a page that is not the shell's gets out of the preload: an answer or a refusal for each function, and the news that came. */
export interface Gained {
  readonly answers: Readonly<Record<string, string>>;
  readonly heard: readonly unknown[];
}

/** Uses every function that the preload exposes, in the page that it is run in. */
const USE_ALL = `(async () => {
  const face = window.sealwireDesktop;
  const heard = [];
  const given = {
    call: ['status', {}],
    openLink: ['https://www.elastic.co/'],
    copy: ['taken', false],
    saveFile: [{ name: 'taken.txt', content: 'taken' }],
    changeSettings: [{ staysInTray: false }],
    setTheme: ['dark'],
  };
  face.listen((push) => heard.push(push), (link) => heard.push(link));
  face.onCommand((command) => heard.push(command));
  face.onUpdate((update) => heard.push(update));
  const answers = {};
  for (const name of Object.keys(face).filter((each) => !['listen', 'onCommand', 'onUpdate'].includes(each)))
    answers[name] = await face[name](...(given[name] || [])).then(
      (it) => (it && it.error ? it.error.message : 'answered'),
      (error) => error.message.replace(/^(Uncaught )?Error: /, ''),
    );
  return { answers, heard };
})()`;

/** Shows `url` in a window of its own, with the preload of the shell's, and uses all that it gets there. */
export function gainedBy(shell: RunningShell, url: string, preload: string): Promise<Gained> {
  return shell.inMain(
    async ({ BrowserWindow }, given): Promise<Gained> => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload: given.preload, sandbox: true, contextIsolation: true },
      });
      try {
        await window.loadURL(given.url);
        return await window.webContents.executeJavaScript(given.code);
      } finally {
        window.destroy();
      }
    },
    { url, preload, code: USE_ALL },
  );
}

/** The same in the shell's own window, made to show `url`; the interface is brought back afterwards. */
export function gainedInside(shell: RunningShell, url: string): Promise<Gained> {
  return shell.inMain(
    async ({ BrowserWindow }, given): Promise<Gained> => {
      const contents = BrowserWindow.fromId(1)?.webContents;
      if (contents === undefined) throw new Error('there is no window');
      await contents.loadURL(given.url);
      const gained: Gained = await contents.executeJavaScript(given.code);
      await contents.loadURL('app://sealwire/');
      return gained;
    },
    { url, code: USE_ALL },
  );
}

/** Asks every channel that the shell has registered, from a page whose own preload hides nothing of Electron; the answers' codes by channel. */
export function askedRaw(shell: RunningShell, preload: string): Promise<Readonly<Record<string, string>>> {
  return shell.inMain(async ({ BrowserWindow, ipcMain }, path): Promise<Record<string, string>> => {
    // Electron 9 keeps them in a map of this name.
    const handlers: ReadonlyMap<string, unknown> = Reflect.get(ipcMain, '_invokeHandlers');
    const window = new BrowserWindow({
      show: false,
      webPreferences: { preload: path, sandbox: true, contextIsolation: true },
    });
    try {
      await window.loadURL('data:text/html,foreign');
      const codes: Record<string, string> = {};
      for (const channel of handlers.keys()) {
        const said = await window.webContents.executeJavaScript(`window.raw.invoke(${JSON.stringify(channel)})`);
        codes[channel] = said.error ? said.error.code : 'answered';
      }
      return codes;
    } finally {
      window.destroy();
    }
  }, preload);
}
