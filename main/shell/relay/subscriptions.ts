import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { fail } from '../../contract/errors.ts';
import { onNewPage, senderOf } from '../electron-age.ts';
import type { ShellCore } from '../parts.ts';
import { channelOf } from './channels.ts';
import { whySenderRefused } from './sender.ts';

/** A page needs one or two. */
const MOST = 16;

export interface Subscriptions {
  /** Pushes of the core, and how the link stands, go to the frame that asked, and to no other that takes its place. */
  open(event: IpcMainInvokeEvent, id: number): void;
  end(contents: WebContents, id: number): void;
  /** The page is gone or another is loading: nothing that it asked for is sent any more. */
  endAll(contents: WebContents): void;
}

/** One subscription on the core for each of the page's. */
export function relayedSubscriptions(
  core: Pick<ShellCore, 'listen'>,
  isOurWindow: (contents: WebContents) => boolean,
): Subscriptions {
  const open = new Map<WebContents, Map<number, () => void>>();

  const end = (contents: WebContents, id: number): void => {
    const ofPage = open.get(contents);
    ofPage?.get(id)?.();
    ofPage?.delete(id);
  };

  return {
    open: (event, id) => {
      const { sender } = event;
      const ofPage = open.get(sender) ?? new Map<number, () => void>();
      open.set(sender, ofPage);
      end(sender, id);
      if (ofPage.size >= MOST) throw fail('INPUT_INVALID', { what: `A page may listen ${MOST} times at most.` });
      const send = (news: object): void => {
        // Asked again for each push: between two of them the frame may have become another's.
        if (whySenderRefused(senderOf(event), isOurWindow(sender)) !== null) return;
        const target = event.senderFrame ?? sender;
        target.send(channelOf('listen'), { id, ...news });
      };
      ofPage.set(
        id,
        core.listen(
          (push) => send({ push }),
          (link) => send({ link }),
        ),
      );
    },
    end,
    endAll: (contents) => {
      for (const stop of open.get(contents)?.values() ?? []) stop();
      open.delete(contents);
    },
  };
}

/** Ends a page's subscriptions when it navigates, crashes or is closed. */
export function endWithPage(contents: WebContents, subscriptions: Pick<Subscriptions, 'endAll'>): void {
  const end = (): void => subscriptions.endAll(contents);
  onNewPage(contents, end);
  contents.on('render-process-gone', end);
  contents.once('destroyed', end);
}
