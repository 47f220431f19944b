import type { Client } from '../../contract/client.ts';
import { asSealwireError } from '../../contract/errors.ts';
import type { Status } from '../../contract/shapes.ts';
import type { CommandContext } from '../command.ts';
import { initialise, knownIds, madeLines } from '../initialise.ts';
import { withVaultOpen } from '../vault-passphrase.ts';
import type { Wish } from './wish.ts';

/**
 * Makes what is missing and lets the endpoint listen. Resolves to false where that is left to the person in the interface: before the click, and
 * where something stands in the way that can be cured there (a locked vault, a port that is taken), which is then said.
 */
export async function bringUp(context: CommandContext, client: Client, wish: Wish): Promise<boolean> {
  const { output } = context;
  const status = await client.call('status', {});
  if (status.endpoint?.listening === true) return true;
  if (!wish.makesWhatIsMissing && !status.initialised) return false;
  try {
    if (status.initialised) {
      await withVaultOpen(context, client, () =>
        client.call('endpoint.start', { port: wish.port, hosts: wish.hosts?.slice() }),
      );
    } else {
      const known = await knownIds(client);
      const made = await initialise(context, client, { listen: true, port: wish.port });
      for (const line of madeLines(made, known)) output.note(line);
    }
    return true;
  } catch (error) {
    if (wish.makesWhatIsMissing) throw error;
    output.failed(asSealwireError(error));
    return false;
  }
}

/** Resolves with the status as soon as the endpoint listens, by whoever's doing. `until` ends the waiting with null. */
export function listening(client: Client, until: Promise<unknown>): Promise<Status | null> {
  return new Promise((resolve, reject) => {
    const look = async (): Promise<void> => {
      const status = await client.call('status', {});
      if (status.endpoint?.listening === true) end(() => resolve(status));
    };
    const end = (settle: () => void): void => {
      stop();
      settle();
    };
    const stop = client.listen((push) => {
      if (push.topic === 'changed' && push.what.some((topic) => topic === 'endpoint' || topic === 'status')) {
        look().catch((error) => end(() => reject(error)));
      }
    });
    until.then(() => end(() => resolve(null)), reject);
  });
}
