import type { Client } from '../contract/client.ts';
import type { Folders } from '../core/host/folders.ts';
import type { Host } from '../core/host/host.ts';
import type { Ask } from './ask.ts';
import type { Given } from './given.ts';
import type { Output } from './output.ts';
import type { Program } from './program.ts';

/** One option of a command. A flag is on or off; a value is written `--port N` or `--port=N`. */
export type OptionMeta =
  | { readonly kind: 'flag'; readonly help: string; readonly negatable?: boolean }
  | {
      readonly kind: 'value';
      /** What stands for the value in the help: `N`, `FILE`. */
      readonly value: string;
      readonly help: string;
      readonly many?: boolean;
      readonly oneOf?: readonly string[];
    };

/** What a command says about itself; the help and the check of what was typed are made from this alone. */
export interface CommandMeta {
  /** One line without a full stop, as the list of commands shows it. */
  readonly summary: string;
  /** Words after the command's own: `ID` must be given, `[URL]` may be, `KEY…` may be several and comes last, `-- COMMAND…` takes everything after the two dashes. */
  readonly words?: readonly string[];
  readonly options?: Readonly<Record<string, OptionMeta>>;
  /** Whole lines to type, each with what it does. */
  readonly examples?: readonly (readonly [line: string, does: string])[];
}

/** What a command is given to work with. */
export interface CommandContext {
  readonly given: Given;
  readonly output: Output;
  readonly host: Host;
  readonly folders: Folders;
  readonly program: Program;
  /** Null where nobody can be asked. */
  readonly ask: Ask | null;
  /** The running instance of this home or, where none runs, a core in this process that listens nowhere. */
  connect(): Promise<Client>;
  /** The running instance; rejects with `NOT_RUNNING` where there is none. */
  connectRunning(): Promise<Client>;
}

/** A file in `commands/` exports exactly these two. `run` resolves to the exit code (nothing stands for 0) and may throw a `SealwireError`. */
export interface Command {
  readonly meta: CommandMeta;
  run(context: CommandContext): Promise<number | undefined>;
}
