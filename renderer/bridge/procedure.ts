import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '../../main/contract/index.ts';
import type { Bridge } from './bridge.ts';
import { asCallError, type CallError } from './call-error.ts';

const BridgeContext = createContext<Bridge | null>(null);

export const BridgeProvider = BridgeContext.Provider;

/** The bridge itself, for what must not be kept in a cache: answers that hold a secret. */
export function useBridge(): Bridge {
  const bridge = useContext(BridgeContext);
  if (bridge === null) throw new Error('useBridge is used outside BridgeProvider');
  return bridge;
}

interface AnswerOptions {
  readonly enabled?: boolean;
  /** Keep showing the former answer while the input changes, so that lists and snippets do not flicker. */
  readonly keepFormer?: boolean;
}

/** The answer of a procedure, kept and renewed by pushes. Not for procedures that change something or answer with a secret. */
export function useAnswer<Name extends ProcedureName>(
  name: Name,
  input: ProcedureInput<Name>,
  { enabled = true, keepFormer = false }: AnswerOptions = {},
): UseQueryResult<ProcedureOutput<Name>, CallError> {
  const bridge = useBridge();
  return useQuery<ProcedureOutput<Name>, CallError>({
    queryKey: [name, input],
    queryFn: () => bridge.call(name, input).catch(rethrow),
    enabled,
    placeholderData: keepFormer ? keepPreviousData : noFormer,
  });
}

/** A procedure that changes something, run by `mutate`. What it makes out of date is told by the core's own pushes. */
export function useAct<Name extends ProcedureName>(
  name: Name,
): UseMutationResult<ProcedureOutput<Name>, CallError, ProcedureInput<Name>> {
  const bridge = useBridge();
  return useMutation<ProcedureOutput<Name>, CallError, ProcedureInput<Name>>({
    mutationFn: (input) => bridge.call(name, input).catch(rethrow),
  });
}

function noFormer(): undefined {
  return undefined;
}

function rethrow(thrown: unknown): never {
  throw asCallError(thrown);
}
