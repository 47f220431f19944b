import { fail, type ParsedInput, SealwireError, Secret, type VaultKind } from '../../contract/index.ts';
import { openVault } from '../vault/vault-place.ts';
import { issueCertificate } from './certificate-changes.ts';
import { authorityName, type MadeSecurity, makeSecurity, planSecurity } from './make-secure.ts';
import { rotateToken } from './token-changes.ts';
import { transact } from './transact.ts';
import type { AuthorityRecord, CertificateRecord, TokenRecord, WorkspaceRecord } from './workspace-record.ts';
import {
  adopt,
  needsNewAuthority,
  type ReadyPlace,
  ready,
  storeFor,
  vaultFor,
  type WorkspaceState,
} from './workspace-state.ts';

/** What the workspace works with now, and how long each part took to make; 0 for what was there. */
export interface Initialised {
  readonly authority: AuthorityRecord;
  readonly certificate: CertificateRecord;
  readonly token: TokenRecord;
  readonly milliseconds: MadeSecurity['milliseconds'];
}

/**
 * The one click without the endpoint. Also makes anew what is lost for good: an authority that cannot sign any more, and under one that can, a certificate
 * that cannot be served and a token whose value is gone.
 * Rejects with `ALREADY_INITIALISED`, `NAME_REFUSED`, or the vault's problem, and then nothing has changed.
 */
export async function initialise(
  state: WorkspaceState,
  authorityId: string,
  input: ParsedInput<'init.run'>,
): Promise<Initialised> {
  const { host } = state;
  if (state.record !== null && state.place.state !== 'ready') throw state.place.problem;
  if (state.record !== null && !needsNewAuthority(state)) return replaceLost(state, state.record, input.names ?? null);
  const plan = planSecurity(host, { id: authorityId, commonName: authorityName(host, authorityId) }, input);
  const passphrase = input.passphrase === undefined ? null : new Secret(input.passphrase);
  const place = await readyPlace(state, input.vault ?? null, passphrase);
  rememberChoice(state, input.vault ?? null);

  const store = storeFor(state, place.use);
  const before =
    store === state.store && state.record !== null ? { record: state.record, tokens: state.opened.tokens } : null;
  const vaults = (use: VaultKind) => (use === place.use ? place.vault : vaultFor(state, use));
  const made = await transact(store, vaults, () => makeSecurity(store, place, plan, before));
  state.unreached = made.unreached;
  if (place.use === 'keychain') state.keychainProblem = null;
  adopt(state, { place, store, record: made.record, opened: made.opened });
  return { ...newest(made.record), milliseconds: made.milliseconds };
}

/** Under an authority that works: the certificate and the token that do not. Agents keep trusting it, so nothing else is made anew. */
async function replaceLost(
  state: WorkspaceState,
  { certificates, tokens }: WorkspaceRecord,
  names: readonly string[] | null,
): Promise<Initialised> {
  const { host, workspace, opened } = state;
  const active = tokens.find((token) => token.state === 'active');
  const hasToken = active !== undefined && opened.tokens.has(active.id);
  const leaf = certificates.find(({ inUse }) => inUse);
  const hasLeaf = leaf !== undefined && opened.identity !== null && Date.parse(leaf.notAfter) > host.now().getTime();
  if (hasLeaf && hasToken) throw fail('ALREADY_INITIALISED', { workspace });

  const started = host.now().getTime();
  if (!hasLeaf) await issueCertificate(state, { names: names ?? leaf?.names ?? [] });
  const certificateMade = host.now().getTime();
  if (!hasToken) await rotateToken(state);
  const { record } = ready(state);
  return {
    ...newest(record),
    milliseconds: {
      authority: 0,
      certificate: certificateMade - started,
      token: host.now().getTime() - certificateMade,
    },
  };
}

/** The place to make things in: the one asked for, else the one that was found. Never a different one without a word. */
async function readyPlace(
  state: WorkspaceState,
  use: VaultKind | null,
  passphrase: Secret | null,
): Promise<ReadyPlace> {
  const { place, vaultOptions } = state;
  const target = use ?? place.use ?? (passphrase === null ? null : 'passphrase');
  if (place.state === 'ready' && place.use === target && passphrase === null) return place;
  if (target === null) throw unchosen(place.problem);
  const wanted = await openVault(vaultOptions, target, passphrase);
  if (wanted.state !== 'ready') throw wanted.problem;
  return wanted;
}

function unchosen(problem: SealwireError | null): SealwireError {
  const message = problem?.message ?? 'Nobody has chosen yet where secrets are to be kept.';
  return new SealwireError(
    {
      code: 'VAULT_UNAVAILABLE',
      message,
      fix: 'Choose another place: `sealwire vault use passphrase` (an encrypted file) or `sealwire vault use session` (nothing is kept).',
    },
    { cause: problem },
  );
}

/** A place that was named stays the choice, whether or not the rest succeeds. */
function rememberChoice({ preferences }: WorkspaceState, use: VaultKind | null): void {
  if (use !== null && preferences.get().vault !== use) preferences.set({ vault: use });
}

function newest(record: MadeSecurity['record']): {
  authority: AuthorityRecord;
  certificate: CertificateRecord;
  token: TokenRecord;
} {
  const authority = record.authorities.find(({ current }) => current);
  const certificate = record.certificates.find(({ inUse }) => inUse);
  const token = record.tokens.find(({ state }) => state === 'active');
  if (authority === undefined || certificate === undefined || token === undefined) {
    throw fail('INTERNAL', { why: 'the workspace was committed without an authority, a certificate or a token' });
  }
  return { authority, certificate, token };
}
