import type { ServerFile } from '../../core/server/read-server-file.ts';
import type { InstanceLock } from '../../transport/instance-lock.ts';
import type { CommandContext } from '../command.ts';
import { showLink } from '../show-link.ts';
import { bringUp, listening } from './bring-up.ts';
import { catchSignals } from './catch-signals.ts';
import { followRelay } from './follow-relay.ts';
import type { RelayOrder } from './read-relay.ts';
import { readyOf } from './ready.ts';
import { sayExposed, sayReady, sayWaiting } from './say-ready.ts';
import { type Instance, startInstance } from './start-instance.ts';
import { growFreely } from './start-small.ts';
import type { Wish } from './wish.ts';

/** Is the instance until a signal, `sealwire stop` or the interface ends it. */
export async function runForeground(
  context: CommandContext,
  lock: InstanceLock,
  wish: Wish,
  { serverFile, relay }: { readonly serverFile: ServerFile | null; readonly relay: RelayOrder | null },
): Promise<void> {
  const signals = catchSignals();
  try {
    const instance = await startInstance(lock, context, {
      workspace: context.given.value('workspace') ?? 'default',
      endpoint: {
        port: wish.port ?? serverFile?.port ?? undefined,
        hosts: wish.hosts,
        auth: wish.auth,
        durable: wish.isDurable,
        server: serverFile?.settings,
        takesRum: wish.takesRum,
      },
      serverFile: serverFile ?? undefined,
      relay: relay ?? undefined,
      uiPort: wish.uiPort,
      isInteractive: context.ask !== null || wish.uiPort !== null,
    });
    try {
      const over = Promise.race([signals.asked, instance.askedToStop]);
      await Promise.race([present(context, instance, wish, over), over]);
      await over;
      context.output.note('Stopping.');
    } finally {
      await instance.close();
    }
  } finally {
    signals.close();
  }
}

/**
 * Brings everything up and says where it is; with the interface, waits for the person first. The instance is announced in between, so that a start at the
 * same instant neither makes everything again nor finds an endpoint that is just about to listen.
 */
async function present(context: CommandContext, instance: Instance, wish: Wish, over: Promise<unknown>): Promise<void> {
  const { client, uiPort } = instance;
  const newLink = async (): Promise<string | null> => instance.newLink();
  const isUp = await bringUp(context, client, wish);
  growFreely();
  instance.announce();
  if (!isUp) {
    const { workspace } = await client.call('status', {});
    const ui = instance.newLink();
    if (ui !== null)
      sayWaiting(context, { event: 'ui', ui, workspace, pid: process.pid, alreadyRunning: false }, uiPort);
    if (wish.opens && uiPort !== null) await showLink(context, uiPort, newLink);
  }
  const status = isUp ? await client.call('status', {}) : await listening(client, over);
  const ready = status === null ? null : readyOf(status, instance.newLink(), false);
  if (status === null || ready === null) return;
  sayReady(context, ready, uiPort);
  sayExposed(context, status);
  if (status.relay !== null) {
    const stop = followRelay(client, context.output);
    void over.then(stop);
  }
  context.output.note('Press Ctrl+C to stop.');
  if (isUp && wish.opens && uiPort !== null) await showLink(context, uiPort, newLink);
}
