import { fail, type Secret } from '../../contract/index.ts';
import { addToken, newId } from './change-workspace.ts';
import { secretMissing } from './open-workspace.ts';
import { type TokenRecord, tokenAccount } from './workspace-record.ts';
import { change, ready, shelve, type WorkspaceState } from './workspace-state.ts';

/** The value of the active token. Throws `NOT_INITIALISED`, the vault's problem, or `SECRET_MISSING`. */
export function activeToken(state: WorkspaceState): Secret {
  const { place, record } = ready(state);
  const active = record.tokens.find(({ state: tokenState }) => tokenState === 'active');
  const value = active === undefined ? undefined : state.opened.tokens.get(active.id);
  if (value === undefined) throw secretMissing(place.vault.label, active?.id ?? 'active');
  return value;
}

/**
 * A new active token, or `given` as one, whose predecessor is used until that moment at the longest where one is said; those before it keep working as retiring, except one whose value is gone, which lets nobody in anyway.
 */
export async function rotateToken(
  state: WorkspaceState,
  { until = null, given }: { readonly until?: string | null; readonly given?: Secret } = {},
): Promise<TokenRecord> {
  const known = state.opened.tokens;
  const { record, value } = await change(state, async ({ use, vault }, before) => {
    const id = newId(state.store);
    state.store.announce([{ vault: use, account: tokenAccount(state.workspace, id) }]);
    const added = await addToken(state.store, vault, id, given);
    const old = before.tokens
      .filter(({ id }) => known.has(id))
      .map((token) => ({
        ...token,
        state: 'retiring' as const,
        until: token.state === 'active' ? until : token.until,
      }));
    return { record: { ...before, tokens: [...old, added.record] }, result: added };
  });
  adoptTokens(state, new Map([...known, [record.id, value]]));
  return record;
}

/** Makes a token of a real server the active one; tells whether it was not already. */
export async function adoptToken(state: WorkspaceState, value: Secret): Promise<{ readonly isNew: boolean }> {
  if (activeToken(state).reveal() === value.reveal()) return { isNew: false };
  await rotateToken(state, { given: value });
  return { isNew: true };
}

/** Ends a retiring token for good. Rejects with `NOT_FOUND`, or `INPUT_INVALID` for the active one. */
export async function retireToken(state: WorkspaceState, id: string): Promise<void> {
  await change(state, async ({ use }, before) => {
    const token = before.tokens.find((candidate) => candidate.id === id);
    if (token === undefined) throw fail('NOT_FOUND', { what: 'token', id, fix: 'See `sealwire token list`.' });
    if (token.state === 'active') {
      throw fail('INPUT_INVALID', { what: `Token ${id} is the active one. Rotate it first; then it can be retired.` });
    }
    state.store.announce([{ vault: use, account: tokenAccount(state.workspace, id) }]);
    return { record: { ...before, tokens: before.tokens.filter((other) => other.id !== id) }, result: null };
  });
  adoptTokens(state, new Map([...state.opened.tokens].filter(([known]) => known !== id)));
}

function adoptTokens(state: WorkspaceState, tokens: ReadonlyMap<string, Secret>): void {
  const stays = (id: string): boolean =>
    state.record?.tokens.some((token) => id === `token-missing-${token.id}`) === true;
  const notices = state.opened.notices.filter(({ id }) => !id.startsWith('token-missing-') || stays(id));
  state.opened = { ...state.opened, tokens, notices };
  shelve(state);
}
