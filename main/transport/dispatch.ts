import { asSealwireError, fail, type Handlers, PROCEDURES, type ProcedureName } from '../contract/index.ts';
import { inputProblem } from './input-problem.ts';

/**
 * Runs the procedure `name` on input from outside: the one door of every carrier. Resolves to an answer that holds what the contract
 * names and nothing else; rejects with a `SealwireError` alone.
 */
export async function dispatch(handlers: Handlers, name: string, rawInput: unknown): Promise<unknown> {
  if (!isProcedureName(name)) throw fail('PROCEDURE_UNKNOWN', { name: name.slice(0, 80) });
  const { input, output } = PROCEDURES[name];
  const parsed = input.safeParse(rawInput);
  if (!parsed.success) throw fail('INPUT_INVALID', { what: inputProblem(name, parsed.error, rawInput) });

  // The schema above is this handler's own, which TypeScript cannot follow through a name known only at run time.
  const handler = handlers[name] as (input: unknown) => Promise<unknown>;
  const answer = output.safeParse(await answerOf(handler, parsed.data));
  if (answer.success) return answer.data;
  const field = answer.error.issues[0]?.path.join('.') ?? '';
  throw fail('INTERNAL', { why: `its answer to ${name} does not fit the contract at "${field}"` });
}

/** Whether the contract has this procedure; names inherited from `Object` are none. */
export function isProcedureName(name: string): name is ProcedureName {
  return Object.hasOwn(PROCEDURES, name);
}

async function answerOf(handler: (input: unknown) => Promise<unknown>, input: unknown): Promise<unknown> {
  try {
    return await handler(input);
  } catch (error) {
    throw asSealwireError(error);
  }
}
