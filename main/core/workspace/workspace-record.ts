import { z } from 'zod';
import { revocationReason } from '../../contract/certificate-shapes.ts';
import { vaultKind } from '../../contract/shapes.ts';

const authorityRecord = z.object({
  id: z.string(),
  current: z.boolean(),
  commonName: z.string(),
  fingerprint256: z.string(),
  notBefore: z.string(),
  notAfter: z.string(),
  /** Domains and address ranges that it may sign; null where it is not constrained. */
  permitted: z.array(z.string()).nullable(),
  structure: z.enum(['root', 'two-tier', 'imported']).default('root'),
  key: z.string().default('ec-p256'),
  /** The certificate that signs, where that is not the root itself. */
  intermediate: z
    .object({ commonName: z.string(), fingerprint256: z.string(), notAfter: z.string() })
    .nullable()
    .default(null),
  /** Since when agents no longer trust it and its key is gone. */
  retiredAt: z.string().nullable().default(null),
});

const certificateRecord = z.object({
  id: z.string(),
  inUse: z.boolean(),
  authority: z.string(),
  names: z.array(z.string()),
  key: z.string(),
  notBefore: z.string(),
  notAfter: z.string(),
  serial: z.string(),
  fingerprint256: z.string(),
  kind: z.enum(['server', 'client']).default('server'),
  /** False where a signing request was signed and the key never was here. */
  hasKey: z.boolean().default(true),
  renews: z.string().nullable().default(null),
  revoked: z.object({ at: z.string(), reason: revocationReason }).nullable().default(null),
});

const tokenRecord = z.object({
  id: z.string(),
  state: z.enum(['active', 'retiring']),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  usedBy: z.array(z.string()),
  /** An earlier version knew none. */
  until: z.string().nullable().default(null),
});

/**
 * `workspace.json`: which authorities, certificates and tokens there are, by id, and in which kind of vault their secrets live. It holds no secret.
 * What it does not name does not exist: renaming it into place is the commit of every change.
 */
export const workspaceRecord = z.object({
  format: z.literal(1),
  vault: vaultKind,
  authorities: z.array(authorityRecord),
  certificates: z.array(certificateRecord),
  tokens: z.array(tokenRecord),
});

export type WorkspaceRecord = z.infer<typeof workspaceRecord>;
export type AuthorityRecord = z.infer<typeof authorityRecord>;
export type CertificateRecord = z.infer<typeof certificateRecord>;
export type TokenRecord = z.infer<typeof tokenRecord>;

/** The vault account of the key that opens the keys of an authority and of the certificates under it. */
export const authorityAccount = (workspace: string, id: string): string => `${workspace}/authority/${id}`;

/** The vault account of the value of a token. */
export const tokenAccount = (workspace: string, id: string): string => `${workspace}/token/${id}`;

/** Every account of the vault that a workspace uses. */
export function accountsOf(workspace: string, record: WorkspaceRecord): string[] {
  return [
    ...record.authorities.map(({ id }) => authorityAccount(workspace, id)),
    ...record.tokens.map(({ id }) => tokenAccount(workspace, id)),
  ];
}
