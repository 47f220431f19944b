import { app, dialog } from 'electron';
import { asSealwireError } from '../contract/errors.ts';

/**
 * Ends an app that could not start, and says why: to the launcher, which opens the browser instead, and in a box where an installed app has no terminal. What was
 * started meanwhile ends with its pipe.
 */
export function giveUp(thrown: unknown): void {
  const { message, fix } = asSealwireError(thrown).toShape();
  process.stderr.write(`${message} ${fix}\n`);
  if (app.isPackaged) dialog.showErrorBox('Sealwire could not start', `${message}\n\n${fix}`);
  app.exit(1);
}
