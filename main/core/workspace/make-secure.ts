import type { ParsedInput, ProcedureOutput, Secret, VaultKind } from '../../contract/index.ts';
import { permittedNames } from '../authority/permitted-names.ts';
import { readDomain } from '../authority/read-domain.ts';
import { acceptedNames } from '../certificates/accepted-names.ts';
import { ownHostName, suggestedNames } from '../certificates/suggested-names.ts';
import type { Host } from '../host/host.ts';
import type { Vault } from '../vault/vault.ts';
import { addServerCertificate } from './add-wished.ts';
import { addAuthority, addToken, newId } from './change-workspace.ts';
import { NOTHING_OPENED, type OpenedWorkspace } from './open-workspace.ts';
import { authorityAccount, type TokenRecord, tokenAccount, type WorkspaceRecord } from './workspace-record.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/** What the one click will make, decided before anything is written. */
export interface SecurityPlan {
  readonly authority: {
    readonly id: string;
    readonly commonName: string;
    readonly permitted: readonly string[] | null;
    readonly twoTier: boolean;
  };
  readonly names: readonly string[];
}

/** Checks names and domains and fills in what was left out. Throws `NAME_REFUSED`; changes nothing. */
export function planSecurity(
  host: Host,
  authority: Pick<SecurityPlan['authority'], 'id' | 'commonName'>,
  input: Pick<ParsedInput<'init.run'>, 'names' | 'constraints' | 'domains' | 'twoTier'>,
): SecurityPlan {
  const permitted = input.constraints ? permittedNames(ownHostName(host), input.domains.map(readDomain)) : null;
  const names = input.names ?? suggestedNames(host, permitted).map(({ name }) => name);
  const twoTier = input.twoTier === true;
  return {
    authority: { ...authority, permitted, twoTier },
    names: acceptedNames(names, { permitted }).map(({ text }) => text),
  };
}

export interface MadeSecurity {
  readonly record: WorkspaceRecord;
  readonly opened: OpenedWorkspace;
  readonly milliseconds: Record<'authority' | 'certificate' | 'token', number>;
}

/**
 * Authority, certificate and token under new ids, and the record that names them. What `before` has stays listed, no longer current; tokens whose
 * value is known and lives in the same vault stay in use, so that a lost authority does not cost every agent its token too.
 */
export async function makeSecurity(
  store: WorkspaceStore,
  place: { readonly use: VaultKind; readonly vault: Vault },
  plan: SecurityPlan,
  before: Before | null,
): Promise<MadeSecurity> {
  const started = store.host.now().getTime();
  const tokens = keptTokens(place.use, before);
  const newTokenId = tokens.some(({ state }) => state === 'active') ? null : newId(store);
  announce(store, place.use, { authorityId: plan.authority.id, newTokenId }, before?.record ?? null, tokens);
  const authority = await addAuthority(store, place.vault, plan.authority);
  const authorityMade = store.host.now().getTime();
  const certificate = await addServerCertificate(store, authority, {
    names: plan.names,
    renews: before?.record.certificates.find(({ inUse }) => inUse)?.id,
  });
  const certificateMade = store.host.now().getTime();
  const token = newTokenId === null ? null : await addToken(store, place.vault, newTokenId);
  const values = new Map([...(before?.tokens ?? [])].filter(([id]) => tokens.some((kept) => kept.id === id)));
  if (token !== null) values.set(token.record.id, token.value);
  const record: WorkspaceRecord = {
    format: 1,
    vault: place.use,
    authorities: [...(before?.record.authorities ?? []).map((old) => ({ ...old, current: false })), authority.record],
    certificates: [...(before?.record.certificates ?? []).map((old) => ({ ...old, inUse: false })), certificate.record],
    tokens: token === null ? tokens : [...tokens, token.record],
  };
  return {
    record,
    opened: { ...NOTHING_OPENED, identity: certificate.identity, tokens: values },
    milliseconds: {
      authority: authorityMade - started,
      certificate: certificateMade - authorityMade,
      token: store.host.now().getTime() - certificateMade,
    },
  };
}

/** The common name that people see in their trust stores: product, machine and a short id, unique for each authority (§3.3). */
export function authorityName(host: Pick<Host, 'hostname'>, id: string): string {
  return `Sealwire ${host.hostname.slice(0, 40)} ${id.slice(0, 6)}`;
}

/** `init.plan`'s rows for the suggested names. */
export function plannedNames(host: Host): ProcedureOutput<'init.plan'>['names'] {
  return suggestedNames(host, permittedNames(ownHostName(host), []));
}

interface Before {
  readonly record: WorkspaceRecord;
  readonly tokens: ReadonlyMap<string, Secret>;
}

function keptTokens(use: VaultKind, before: Before | null): TokenRecord[] {
  return before?.record.vault === use ? before.record.tokens.filter(({ id }) => before.tokens.has(id)) : [];
}

/** In one note: the accounts about to be made, and those of tokens that are given up. */
function announce(
  store: WorkspaceStore,
  use: VaultKind,
  made: { readonly authorityId: string; readonly newTokenId: string | null },
  old: WorkspaceRecord | null,
  kept: readonly TokenRecord[],
): void {
  const { workspace } = store;
  const isKept = (id: string): boolean => kept.some((token) => token.id === id);
  const givenUp = (old?.tokens ?? []).filter(({ id }) => !isKept(id));
  store.announce([
    { vault: use, account: authorityAccount(workspace, made.authorityId) },
    ...(made.newTokenId === null ? [] : [{ vault: use, account: tokenAccount(workspace, made.newTokenId) }]),
    ...givenUp.map(({ id }) => ({ vault: old?.vault ?? use, account: tokenAccount(workspace, id) })),
  ]);
}
