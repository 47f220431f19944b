import type { Client } from '../contract/client.ts';
import { fail } from '../contract/errors.ts';
import { connectControl } from '../transport/control-client.ts';
import type { ConversationOptions } from './conversation-options.ts';

/** The one conversation of a command: opened when it is first asked for, closed by `close` in any case. */
export interface Conversation {
  connect(): Promise<Client>;
  connectRunning(): Promise<Client>;
  close(): Promise<void>;
}

/** Talks to the running instance; where none runs, `connect` makes a core in this process, which is loaded only then. */
export function converse(options: ConversationOptions): Conversation {
  const { host, folders, workspace } = options;
  let opened: { readonly client: Client; close(): Promise<void> } | null = null;

  const toRunning = async (): Promise<Client | null> => {
    const client = await connectControl(folders, host);
    if (client === null) return null;
    opened = { client, close: () => client.close() };
    await assertWorkspace(client, workspace);
    return client;
  };

  return {
    connect: async () => {
      if (opened !== null) return opened.client;
      const running = await toRunning();
      if (running !== null) return running;
      const { openOwnCore } = await import('./own-core.ts');
      opened = await openOwnCore(options);
      return opened.client;
    },
    connectRunning: async () => {
      const running = opened?.client ?? (await toRunning());
      if (running === null) throw fail('NOT_RUNNING', { home: folders.home });
      return running;
    },
    close: async () => opened?.close(),
  };
}

async function assertWorkspace(client: Client, workspace: string | undefined): Promise<void> {
  if (workspace === undefined) return;
  const status = await client.call('status', {});
  if (status.workspace === workspace) return;
  throw fail('USAGE', {
    what: `The Sealwire that runs works in workspace "${status.workspace}", not in "${workspace}".`,
    fix: `Leave out --workspace, or stop it first: sealwire stop`,
  });
}
