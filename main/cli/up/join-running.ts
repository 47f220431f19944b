import type { Client } from '../../contract/client.ts';
import { fail } from '../../contract/errors.ts';
import { readInstance } from '../../transport/instance-file.ts';
import type { CommandContext } from '../command.ts';
import { showLink } from '../show-link.ts';
import { bringUp } from './bring-up.ts';
import { readyOf } from './ready.ts';
import { sayExposed, sayReady, sayWaiting } from './say-ready.ts';
import type { Wish } from './wish.ts';

/**
 * Hands over to the instance that runs: its line is printed with `alreadyRunning`, its interface is opened if that was asked for, and what is missing
 * is made there. Options that only a new instance can have (`--host`, `--durable` …) change nothing.
 */
export async function joinRunning(context: CommandContext, client: Client, wish: Wish): Promise<void> {
  const { folders, host } = context;
  const uiPort = readInstance(folders, host)?.ui ?? null;
  const isUp = await bringUp(context, client, {
    ...wish,
    makesWhatIsMissing: wish.makesWhatIsMissing || uiPort === null,
  });
  const status = await client.call('status', {});
  const newLink = async (): Promise<string | null> => (await client.call('app.open', {})).ui;
  const ui = await newLink();
  const ready = isUp ? readyOf(status, ui, true) : null;
  if (ready !== null) {
    sayReady(context, ready, uiPort);
    sayExposed(context, status);
  } else if (ui !== null) {
    const pid = status.endpoint?.pid ?? readInstance(folders, host)?.pid ?? 0;
    sayWaiting(context, { event: 'ui', ui, workspace: status.workspace, pid, alreadyRunning: true }, uiPort);
  } else throw fail('NOT_RUNNING', { home: folders.home });
  if (!wish.opens) return;
  if (uiPort === null)
    context.output.note('It serves no interface: stop it with `sealwire stop`, and start it with `sealwire up --ui`.');
  else await showLink(context, uiPort, newLink);
}
