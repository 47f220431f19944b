import { fail, type Notice, SealwireError, type Secret } from '../../contract/index.ts';
import type { ServerIdentity } from '../endpoint/ports.ts';
import type { Vault } from '../vault/vault.ts';
import { openSealedPair } from './sealed-pair.ts';
import { authorityPlace, certificatePlace } from './workspace-pairs.ts';
import {
  type AuthorityRecord,
  authorityAccount,
  type CertificateRecord,
  tokenAccount,
  type WorkspaceRecord,
} from './workspace-record.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/** What the vault gave for a record: the secrets that are needed while running, and what is missing. */
export interface OpenedWorkspace {
  readonly identity: ServerIdentity | null;
  readonly tokens: ReadonlyMap<string, Secret>;
  /** Why the current authority cannot sign; *Make it secure* then makes a new one. */
  readonly authorityProblem: SealwireError | null;
  /** Why there is no `identity`, where the workspace was opened and has a certificate all the same. */
  readonly identityProblem: SealwireError | null;
  readonly notices: readonly Notice[];
}

/** Before the one click, and while the vault cannot be reached. */
export const NOTHING_OPENED: OpenedWorkspace = {
  identity: null,
  tokens: new Map(),
  authorityProblem: null,
  identityProblem: null,
  notices: [],
};

/**
 * Fetches everything that running needs from the vault. A secret that is gone or a file that is damaged becomes a notice, and the rest works on;
 * rejects only where the vault itself cannot be reached.
 */
export async function openWorkspace(
  store: WorkspaceStore,
  vault: Vault,
  record: WorkspaceRecord,
): Promise<OpenedWorkspace> {
  const notices: Notice[] = [];
  const asked = askedOnce(vault);
  const authority = record.authorities.find(({ current }) => current);
  const signing = authority === undefined ? null : await openAuthority(store, asked, authority);
  if (signing !== null && 'problem' in signing) notices.push(broken('authority', signing.problem));
  if (signing !== null && 'repairs' in signing) notices.push(...repaired('authority', signing.repairs));

  const leaf = record.certificates.find(({ inUse }) => inUse);
  const served = leaf === undefined ? null : await openLeaf(store, asked, leaf);
  if (served !== null && 'problem' in served) notices.push(broken('certificate', served.problem));
  if (served !== null && 'repairs' in served) notices.push(...repaired('certificate', served.repairs));

  const tokens = new Map<string, Secret>();
  for (const { id, state } of record.tokens) {
    const value = await vault.get(tokenAccount(store.workspace, id));
    if (value !== null) tokens.set(id, value);
    else notices.push(tokenMissing(vault.label, id, state));
  }
  return {
    identity: served !== null && 'identity' in served ? served.identity : null,
    tokens,
    authorityProblem: signing !== null && 'problem' in signing ? signing.problem : null,
    identityProblem: served !== null && 'problem' in served ? served.problem : null,
    notices,
  };
}

/** The key-encryption key of an authority; rejects with `SECRET_MISSING`. */
export async function authorityKek(store: WorkspaceStore, vault: Vault, id: string): Promise<Buffer> {
  const kept = await vault.get(authorityAccount(store.workspace, id));
  if (kept === null) {
    throw fail('SECRET_MISSING', {
      vault: vault.label,
      what: `the key that opens authority ${id}`,
      fix: 'Press Make it secure (or run `sealwire init`) to make a new authority; agents then need its new certificate.',
    });
  }
  return Buffer.from(kept.reveal(), 'base64');
}

/** The key of the authority opens the certificate too; a keychain takes 10 ms or more for each question. */
function askedOnce(vault: Vault): Vault {
  const answers = new Map<string, Promise<Secret | null>>();
  return {
    ...vault,
    get: (account) => {
      const answer = answers.get(account) ?? vault.get(account);
      answers.set(account, answer);
      return answer;
    },
  };
}

type Signing = Extract<ReturnType<typeof openSealedPair>, { pem: string }>;

/** Certificate and key of an authority, for as long as something is being signed; else the reason as a catalogue error. */
export async function openAuthority(
  store: WorkspaceStore,
  vault: Vault,
  { id, fingerprint256, intermediate }: AuthorityRecord,
): Promise<(Signing & { readonly kek: Buffer }) | { readonly problem: SealwireError }> {
  return orMissing(async () => {
    const kek = await authorityKek(store, vault, id);
    const signing = intermediate?.fingerprint256 ?? fingerprint256;
    const pair = openSealedPair(store.host, authorityPlace(store, id), kek, signing);
    if ('pem' in pair) return { ...pair, kek };
    const fix = 'Put the file back, or press Make it secure (or run `sealwire init`) to make a new authority.';
    return { problem: fail('AUTHORITY_DAMAGED', { id, why: pair.why, fix }) };
  });
}

async function openLeaf(
  store: WorkspaceStore,
  vault: Vault,
  leaf: CertificateRecord,
): Promise<{ identity: ServerIdentity; repairs: readonly string[] } | { problem: SealwireError }> {
  return orMissing(async () => {
    const kek = await authorityKek(store, vault, leaf.authority);
    const pair = openSealedPair(store.host, certificatePlace(store, leaf.id), kek, leaf.fingerprint256);
    if ('pem' in pair) return { identity: identityOf(leaf, pair.pem, pair.keyPem), repairs: pair.repairs };
    const fix = 'Put the file back, or issue the certificate again: `sealwire init`, or the Certificates screen.';
    return { problem: fail('CERTIFICATE_DAMAGED', { id: leaf.id, why: pair.why, fix }) };
  });
}

/** The private key of a certificate; rejects where it is gone or damaged. */
export async function openLeafKey(store: WorkspaceStore, vault: Vault, leaf: CertificateRecord): Promise<Secret> {
  const opened = await openLeaf(store, vault, leaf);
  if ('problem' in opened) throw opened.problem;
  return opened.identity.keyPem;
}

/** What the endpoint presents for a certificate of the record. */
export function identityOf(leaf: CertificateRecord, chainPem: string, keyPem: Secret): ServerIdentity {
  const { id, fingerprint256, names, notBefore, notAfter } = leaf;
  return { served: { id, fingerprint256, names, notBefore, notAfter }, chainPem, keyPem };
}

async function orMissing<T>(open: () => Promise<T>): Promise<T | { problem: SealwireError }> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof SealwireError && error.code === 'SECRET_MISSING') return { problem: error };
    throw error;
  }
}

function tokenMissing(vault: string, id: string, state: 'active' | 'retiring'): Notice {
  const problem = secretMissing(vault, id);
  return {
    id: `token-missing-${id}`,
    level: state === 'active' ? 'failed' : 'attention',
    title: state === 'active' ? 'The secret token is gone' : 'A retiring token is gone',
    text: `${problem.message} ${state === 'active' ? problem.fix : 'Agents that still use it are refused.'}`,
    screen: '/tokens',
  };
}

/** The error for a token that the vault no longer has. */
export function secretMissing(vault: string, id: string): SealwireError {
  const fix = 'Make a new one: `sealwire init`, or the Tokens screen. Then give it to every agent.';
  return fail('SECRET_MISSING', { vault, what: `the value of token ${id}`, fix });
}

function broken(what: 'authority' | 'certificate', { message, fix }: SealwireError): Notice {
  return {
    id: `${what}-broken`,
    level: 'failed',
    title: `The ${what} cannot be used`,
    text: `${message} ${fix}`,
    screen: '/certificates',
  };
}

function repaired(what: 'authority' | 'certificate', repairs: readonly string[]): Notice[] {
  return repairs.map((text, index) => ({
    id: `${what}-repaired-${index}`,
    level: 'attention',
    title: 'A certificate file was put right',
    text,
    screen: '/certificates',
  }));
}
