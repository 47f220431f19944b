import type { Folders } from '../core/host/folders.ts';
import type { Host } from '../core/host/host.ts';
import type { Program } from './program.ts';

/** What a conversation is about; `workspace` is what the person named, if anything. */
export interface ConversationOptions {
  readonly host: Host;
  readonly folders: Folders;
  readonly program: Program;
  readonly workspace: string | undefined;
  /** Whether there is a person to ask for a passphrase. */
  readonly isInteractive: boolean;
}
