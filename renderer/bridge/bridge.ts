import type { ProcedureInput, ProcedureName, ProcedureOutput, Push } from '../../main/contract/index.ts';

/** How the interface stands with the core: `refused` means that this tab has no valid session. */
export type LinkState = 'opening' | 'open' | 'lost' | 'refused';

/**
 * The interface's way to the core, whatever carries it. `call` rejects with something that `asCallError` understands; `listen` calls
 * `onPush` for every push and `onLink` whenever the connection comes or goes, and returns what ends it.
 */
export interface Bridge {
  call<Name extends ProcedureName>(name: Name, input: ProcedureInput<Name>): Promise<ProcedureOutput<Name>>;
  listen(onPush: (push: Push) => void, onLink: (state: LinkState) => void): () => void;
}

declare global {
  interface Window {
    /** Supplied by the desktop shell's preload; a browser tab has none and talks HTTP. */
    readonly sealwireBridge?: Bridge;
  }
}
