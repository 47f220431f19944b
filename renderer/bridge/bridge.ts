import type {
  DesktopProblem,
  ProcedureInput,
  ProcedureName,
  ProcedureOutput,
  Push,
} from '../../main/contract/index.ts';

/** How the interface stands with the core: `refused` means that this tab has no valid session. */
export type LinkState = 'opening' | 'open' | 'lost' | 'refused';

/** Hears how the link stands; `problem` says why it is lost, where that is known. */
export type OnLink = (state: LinkState, problem?: DesktopProblem | null) => void;

/**
 * The interface's way to the core, whatever carries it. `call` rejects with something that `asCallError` understands; `listen` calls
 * `onPush` for every push and `onLink` whenever the connection comes or goes, and returns what ends it.
 */
export interface Bridge {
  call<Name extends ProcedureName>(name: Name, input: ProcedureInput<Name>): Promise<ProcedureOutput<Name>>;
  listen(onPush: (push: Push) => void, onLink: OnLink): () => void;
  /** Starts a core anew that died or hangs; a browser tab cannot. */
  restart?(): Promise<void>;
}
