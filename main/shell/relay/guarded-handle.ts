import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { z } from 'zod';
import type { DesktopFace } from '../../contract/desktop.ts';
import { asSealwireError, fail } from '../../contract/errors.ts';
import { inputProblem } from '../../transport/input-problem.ts';
import { senderOf } from '../electron-age.ts';
import { type Carried, channelOf } from './channels.ts';
import { whySenderRefused } from './sender.ts';

/** Answers one function of the face; the event tells whom. */
export type GuardedHandle = <Input>(
  name: keyof DesktopFace,
  schema: z.ZodType<Input>,
  handler: (input: Input, event: IpcMainInvokeEvent) => Promise<unknown>,
) => void;

/**
 * The one door from page to shell: no other file registers a handler. Who asks is checked first, then what is asked; what goes wrong travels as data,
 * because Electron strips an error to its message.
 */
export function guardedHandle(
  isOurWindow: (contents: WebContents) => boolean,
  log: (line: string) => void,
): GuardedHandle {
  return (name, schema, handler) => {
    ipcMain.handle(channelOf(name), async (event, ...given: unknown[]): Promise<Carried<unknown>> => {
      try {
        const why = whySenderRefused(senderOf(event), isOurWindow(event.sender));
        if (why !== null) throw fail('SENDER_REFUSED', { what: name, why });
        const parsed = schema.safeParse(given[0]);
        if (!parsed.success) throw fail('INPUT_INVALID', { what: inputProblem(name, parsed.error, given[0]) });
        return { answer: await handler(parsed.data, event) };
      } catch (thrown) {
        const error = asSealwireError(thrown);
        if (error.code === 'SENDER_REFUSED') log(error.message);
        return { error: error.toShape() };
      }
    });
  };
}
