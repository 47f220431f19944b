import { z } from 'zod';
import { fail } from '../../contract/errors.ts';
import { PROCEDURES, type ProcedureInput, type ProcedureName } from '../../contract/procedures.ts';
import { isProcedureName } from '../../transport/dispatch.ts';
import { inputProblem } from '../../transport/input-problem.ts';
import { NOT_FOR_WINDOWS } from '../../transport/window-exclusions.ts';
import type { ShellCore } from '../parts.ts';
import type { GuardedHandle } from './guarded-handle.ts';
import type { Subscriptions } from './subscriptions.ts';

const procedureCall = z.object({ name: z.string(), input: z.unknown() });
const subscription = z.object({ id: z.number().int().nonnegative(), listen: z.boolean() });

/** Relays the page's calls and subscriptions, one to one, onto the control socket. */
export function relayCore(handle: GuardedHandle, core: ShellCore, subscriptions: Subscriptions): void {
  handle('call', procedureCall, ({ name, input }) => relayedCall(core, name, input));
  handle('listen', subscription, async ({ id, listen }, event) => {
    if (listen) subscriptions.open(event, id);
    else subscriptions.end(event.sender, id);
  });
  handle('restartCore', z.undefined(), () => core.restart());
}

/** A page of ours is offered what a browser tab is offered, and to put the command on the PATH: what is left out, a page that was taken over must not have. */
async function relayedCall(core: ShellCore, name: string, rawInput: unknown): Promise<unknown> {
  if (!isProcedureName(name)) throw fail('PROCEDURE_UNKNOWN', { name: name.slice(0, 80) });
  const reason = NOT_FOR_WINDOWS[name];
  if (reason !== undefined) throw fail('REQUEST_REFUSED', { why: `"${name}" is not offered to a page: ${reason}.` });
  const parsed = PROCEDURES[name].input.safeParse(rawInput);
  if (!parsed.success) throw fail('INPUT_INVALID', { what: inputProblem(name, parsed.error, rawInput) });
  // Checked just now; which schema it was, TypeScript cannot follow through a name known only at run time.
  return core.call(name, rawInput as ProcedureInput<ProcedureName>);
}
