import type { ProcedureInput, ProcedureName, ProcedureOutput } from './procedures.ts';
import type { Push } from './pushes.ts';

/**
 * One conversation with a core, the same over every carrier and in process. `call` rejects with a `SealwireError`;
 * `listen` returns the function that ends the subscription.
 */
export interface Client {
  call<Name extends ProcedureName>(name: Name, input: ProcedureInput<Name>): Promise<ProcedureOutput<Name>>;
  listen(listener: (push: Push) => void): () => void;
  close(): Promise<void>;
}
