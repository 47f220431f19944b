import type { Secret } from '../../contract/index.ts';
import { fail, type GivenFile, type NewAuthority } from '../../contract/index.ts';
import { permittedNames } from '../authority/permitted-names.ts';
import { readDomain } from '../authority/read-domain.ts';
import { readImportedAuthority } from '../authority/read-imported-authority.ts';
import { ownHostName } from '../certificates/suggested-names.ts';
import { addServerCertificate } from './add-wished.ts';
import { adoptCertificate } from './certificate-changes.ts';
import { addAuthority, keepAuthority, newId, type Signer } from './change-workspace.ts';
import { authorityName } from './make-secure.ts';
import { openSigner, signingAuthority } from './open-signer.ts';
import { wishToRenew } from './renewal.ts';
import { type AuthorityRecord, authorityAccount, type WorkspaceRecord } from './workspace-record.ts';
import { change, type ReadyPlace, renewSessionCa, type WorkspaceState } from './workspace-state.ts';

/** What became of an authority, and what the person has to know or do now, in sentences. */
export interface AuthorityChange {
  readonly record: AuthorityRecord;
  readonly notes: readonly string[];
}

const NOW_BOTH =
  'The file for agents now holds the older authority too. Agents that read it again trust both; once all have, retire the older one.';

const UNCONSTRAINED =
  'This authority is not constrained: whoever gets hold of its key can pose as any site to every program that trusts it. Keep it away from stores of the whole system.';

/** Makes a further authority, which signs from now on. Rejects with `NAME_REFUSED` for a domain that cannot be one. */
export async function makeAuthority(state: WorkspaceState, wish: NewAuthority): Promise<AuthorityChange> {
  const { constraints, domains, twoTier, key, days } = wish;
  const permitted = constraints ? permittedNames(ownHostName(state.host), domains.map(readDomain)) : null;
  const record = await addCurrent(state, ({ vault }, id) => {
    const commonName = authorityName(state.host, id);
    return addAuthority(state.store, vault, { id, commonName, permitted, twoTier, key, days });
  });
  return { record, notes: [...(constraints ? [] : [UNCONSTRAINED]), NOW_BOTH] };
}

/** Takes in an authority from files. Rejects with `AUTHORITY_REFUSED` where it could not sign what every client accepts. */
export async function importAuthority(
  state: WorkspaceState,
  files: readonly GivenFile[],
  passphrase: Secret | null,
): Promise<AuthorityChange> {
  const { pem, privateKey, permitted, notes, fingerprint256 } = await readImportedAuthority(
    files.map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') })),
    passphrase,
    state.host.now(),
  );
  const known = state.record?.authorities.find(
    (each) => each.retiredAt === null && (each.intermediate?.fingerprint256 ?? each.fingerprint256) === fingerprint256,
  );
  if (known !== undefined) {
    throw fail('AUTHORITY_REFUSED', {
      why: `This authority is here already, as ${known.id}`,
      fix: 'See `sealwire authority list`.',
    });
  }
  const record = await addCurrent(state, ({ vault }, id) =>
    keepAuthority(state.store, vault, { pem, privateKey, permitted: null }, { id, structure: 'imported', permitted }),
  );
  return { record, notes: [...notes, NOW_BOTH] };
}

/** Retires an older authority: agents no longer get it, its key is destroyed. What the endpoint presents under it is issued anew. */
export async function retireAuthority(state: WorkspaceState, id: string): Promise<AuthorityChange> {
  const { record, certificate } = await change(state, async (place, before) => {
    const authority = before.authorities.find((each) => each.id === id);
    if (authority === undefined) {
      throw fail('NOT_FOUND', { what: 'authority', id, fix: 'See `sealwire authority list`.' });
    }
    if (authority.retiredAt !== null) {
      throw fail('AUTHORITY_REFUSED', {
        why: `Authority ${id} was retired on ${authority.retiredAt}`,
        fix: 'Nothing needs doing.',
      });
    }
    if (authority.current) {
      const fix = 'Make another one first (`sealwire authority new`); then this one can be retired.';
      throw fail('AUTHORITY_REFUSED', { why: `Authority ${id} is the current one`, fix });
    }
    const retired = { ...authority, retiredAt: state.host.now().toISOString() };
    const authorities = before.authorities.map((each) => (each.id === id ? retired : each));
    const replaced = await replaceServed(state, place, before, id);
    const certificates = replaced?.certificates ?? before.certificates;
    return {
      record: { ...before, authorities, certificates },
      result: { record: retired, certificate: replaced?.added ?? null },
    };
  });
  renewSessionCa(state);
  if (certificate === null) return { record, notes: [] };
  adoptCertificate(state, certificate, true);
  const note =
    'The endpoint presents a new certificate under the current authority from now on. Agents that have not read the file for agents again are refused until they are restarted.';
  return { record, notes: [note] };
}

async function addCurrent(
  state: WorkspaceState,
  add: (place: ReadyPlace, id: string) => Promise<Signer & { readonly record: AuthorityRecord }>,
): Promise<AuthorityRecord> {
  const record = await change(state, async (place, before) => {
    const id = newId(state.store);
    state.store.announce([{ vault: place.use, account: authorityAccount(state.workspace, id) }]);
    const added = await add(place, id);
    const older = before.authorities.map((each) => ({ ...each, current: false }));
    return { record: { ...before, authorities: [...older, added.record] }, result: added.record };
  });
  renewSessionCa(state);
  return record;
}

/** The certificates once the one that is presented is no longer under the authority `id`; null where it is not. */
async function replaceServed(
  { store, workspace }: WorkspaceState,
  { vault }: ReadyPlace,
  before: WorkspaceRecord,
  id: string,
): Promise<{
  readonly certificates: WorkspaceRecord['certificates'];
  readonly added: Parameters<typeof adoptCertificate>[1];
} | null> {
  const served = before.certificates.find(({ inUse, authority }) => inUse && authority === id);
  if (served === undefined) return null;
  const signer = await openSigner(store, vault, signingAuthority(workspace, before, undefined));
  const { record, identity } = await addServerCertificate(store, signer, wishToRenew(store, served));
  const others = before.certificates.map((each) => ({ ...each, inUse: false }));
  return {
    certificates: [...others, record],
    added: { record, pem: identity.chainPem, keyPem: identity.keyPem },
  };
}
