import type { Client } from '../contract/client.ts';
import { createCore } from '../core/core.ts';
import { leadOrJoin } from '../transport/lead-or-join.ts';
import { localClient } from '../transport/local-client.ts';
import type { ConversationOptions } from './conversation-options.ts';

/**
 * A core in this process, for one command, under the lock of its home: two commands at the same instant take turns, and an instance that is
 * just starting is waited for and used instead. It listens nowhere.
 */
export async function openOwnCore(
  options: ConversationOptions,
): Promise<{ readonly client: Client; close(): Promise<void> }> {
  const { host, folders, program, workspace = 'default', isInteractive } = options;
  const part = await leadOrJoin(folders, host);
  if (!part.leads) return { client: part.client, close: () => part.client.close() };
  try {
    const core = await createCore({
      host,
      folders,
      workspace,
      facts: {
        version: program.version,
        home: folders.home,
        startedIn: program.workingFolder,
        command: program.command,
        script: program.script,
      },
      control: { stop: () => undefined, link: () => null },
      endpoint: { auth: 'token', durable: false },
      isInteractive,
    });
    const client = localClient(core);
    const close = async (): Promise<void> => {
      await client.close();
      await core.close();
      part.lock.close();
    };
    return { client, close };
  } catch (error) {
    part.lock.close();
    throw error;
  }
}
