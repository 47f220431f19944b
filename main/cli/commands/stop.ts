import { setTimeout as pause } from 'node:timers/promises';
import { fail } from '../../contract/errors.ts';
import { connectControl } from '../../transport/control-client.ts';
import { readInstance } from '../../transport/instance-file.ts';
import { acquireInstanceLock } from '../../transport/instance-lock.ts';
import type { CommandContext, CommandMeta } from '../command.ts';

const WITHIN_MS = 15_000;
const AGAIN_MS = 25;

export const meta: CommandMeta = { summary: 'Stop the running Sealwire of this data folder' };

/** Returns when the instance has given its lock back, so that what comes next finds the data folder free. Nothing running is no error. */
export async function run({ given, output, folders, host }: CommandContext): Promise<undefined> {
  const client = await connectControl(folders, host);
  if (client === null) {
    output.answer({ stopped: false, pid: null }, () => ['No Sealwire is running.']);
    return;
  }
  const pid = readInstance(folders, host)?.pid ?? null;
  if (given.flag('dry-run') === true) {
    await client.close();
    output.answer({ stopped: false, pid, dryRun: true }, () => [`Would stop Sealwire (process ${pid}).`]);
    return;
  }
  await client.call('app.stop', {});
  await client.close();
  for (let tries = WITHIN_MS / AGAIN_MS; tries > 0; tries--) {
    const lock = acquireInstanceLock(folders, host);
    if (lock !== null) {
      lock.close();
      output.answer({ stopped: true, pid }, () => ['Sealwire has stopped.']);
      return;
    }
    await pause(AGAIN_MS);
  }
  throw fail('TIMED_OUT', { what: `The end of process ${pid}`, within: '15 s', fix: `End it yourself: kill ${pid}` });
}
