import { contextBridge, ipcRenderer } from 'electron';
import type { DesktopAnswer, DesktopFace, DesktopLink } from '../../contract/desktop.ts';
import type { Push } from '../../contract/pushes.ts';
import { type Carried, channelOf } from '../relay/channels.ts';

/*
 * Runs in the sandbox of the page, before it, in a world of its own. The page gets these functions by name and nothing of Electron's: neither `ipcRenderer`
 * nor an event, which would carry it.
 */

type Listened = { readonly id: number } & ({ readonly push: Push } | { readonly link: DesktopLink });

let lastId = 0;

const face: DesktopFace = {
  call: (name, input) => carried('call', { name, input }),
  listen: (onPush, onLink) => {
    const id = ++lastId;
    const stop = hear<Listened>('listen', (news) => {
      if (news.id !== id) return;
      if ('push' in news) onPush(news.push);
      else onLink(news.link);
    });
    tell('listen', { id, listen: true });
    return () => {
      stop();
      tell('listen', { id, listen: false });
    };
  },
  onCommand: (listener) => {
    const stop = hear('onCommand', listener);
    tell('onCommand');
    return stop;
  },
  showMenu: (at) => answered('showMenu', at),
  facts: () => answered('facts'),
  restartCore: () => answered('restartCore'),
  openLink: (url) => answered('openLink', url),
  copy: (text, isSecret) => answered('copy', { text, isSecret }),
  saveFile: (file) => carried('saveFile', file),
  saveFiles: (files) => carried('saveFiles', files),
  settings: () => answered('settings'),
  changeSettings: (change) => answered('changeSettings', change),
  setTheme: (theme) => answered('setTheme', theme),
  update: () => answered('update'),
  onUpdate: (listener) => hear('onUpdate', listener),
  checkForUpdate: () => answered('checkForUpdate'),
  fetchUpdate: () => answered('fetchUpdate'),
  installUpdate: () => answered('installUpdate'),
  licences: () => answered('licences'),
};

contextBridge.exposeInMainWorld('sealwireDesktop', face);

async function carried(name: keyof DesktopFace, input?: unknown): Promise<DesktopAnswer> {
  return ipcRenderer.invoke(channelOf(name), input);
}

async function answered<Answer>(name: keyof DesktopFace, input?: unknown): Promise<Answer> {
  const outcome: Carried<Answer> = await ipcRenderer.invoke(channelOf(name), input);
  if ('error' in outcome) throw new Error(`${outcome.error.message} ${outcome.error.fix}`);
  return outcome.answer;
}

/** Without waiting for an answer: a page that the shell refuses hears nothing, which is the answer. */
function tell(name: keyof DesktopFace, input?: unknown): void {
  ipcRenderer.invoke(channelOf(name), input).catch(() => undefined);
}

function hear<News>(name: keyof DesktopFace, listener: (news: News) => void): () => void {
  const channel = channelOf(name);
  const take = (_event: unknown, news: News): void => listener(news);
  ipcRenderer.on(channel, take);
  return () => {
    ipcRenderer.removeListener(channel, take);
  };
}
