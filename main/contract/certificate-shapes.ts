import { z } from 'zod';
import { authority, certificate } from './shapes.ts';

/* What is asked and answered about authorities and certificates. Times are ISO 8601 in UTC, bytes are base64. */

/** Kinds of key that a certificate can have; of these an authority takes the first two and `rsa-3072`. */
export const keyKind = z.enum(['ec-p256', 'ec-p384', 'rsa-2048', 'rsa-3072', 'rsa-4096']);
export const authorityKeyKind = keyKind.extract(['ec-p256', 'ec-p384', 'rsa-3072']);

export const certificateKind = z.enum(['server', 'client']);

/** One certificate to be made. `days` and `minutes` exclude each other; without either it lasts 396 days, and never longer than its authority. */
export const certificateWish = z.object({
  /** Host names, wildcards and addresses; for a client also `spiffe://…`. With a `csr` they may be left out: then those of the request count. */
  names: z.array(z.string()).max(100).default([]),
  kind: certificateKind.default('server'),
  key: keyKind.default('ec-p256'),
  days: z.number().int().min(1).max(824).optional(),
  minutes: z.number().int().min(1).max(100_000).optional(),
  /** Id of the authority that signs; the current one where it is left out. */
  authority: z.string().optional(),
});

/** Why a name can stand in a certificate or cannot, and what to write in its place. */
export const checkedName = z.object({
  input: z.string(),
  /** As it is written into the certificate: A-labels, canonical addresses; null where it cannot be. */
  name: z.string().nullable(),
  /** As a person reads it: U-labels. */
  shown: z.string(),
  kind: z.enum(['dns', 'wildcard', 'ipv4', 'ipv6', 'uri']).nullable(),
  /** Why it is refused, and the cure; null where it is fine. */
  refusal: z.object({ why: z.string(), fix: z.string() }).nullable(),
});

/** A name under which this machine, or what runs beside it, can be reached. */
export const suggestedName = z.object({
  name: z.string(),
  shown: z.string(),
  reason: z.string(),
  /** What it was found by: `host`, `mdns`, `network`, `docker`, `emulator`, `wsl`, `compose`. */
  source: z.string(),
  /** Whether it is chosen unless the person says otherwise. */
  recommended: z.boolean(),
  /** Why the current authority cannot sign it, and the cure; null where it can. */
  refusal: z.object({ why: z.string(), fix: z.string() }).nullable(),
});

/** A file to be handed to the person. */
export const exportedFile = z.object({
  name: z.string(),
  mediaType: z.string(),
  base64: z.string(),
  /** Holds a private key: to be kept with mode 0600, and never shown unasked. */
  isSecret: z.boolean(),
});

/** How certificates can be handed over. */
export const exportFormat = z.object({
  id: z.string(),
  title: z.string(),
  /** For whom it is, as the end of "for …". */
  audience: z.string(),
  mediaType: z.string(),
  /** Of the main file, with its dot. */
  extension: z.string(),
  /** Whether the private key goes with it; `optional`: where it is here. */
  privateKey: z.enum(['required', 'optional', 'never']),
  /** Whether it takes a passphrase; `public`: it takes one, but nothing in it is secret. */
  passphrase: z.enum(['none', 'optional', 'required', 'public']),
  /** Whether it takes `mergeWith`. */
  canMerge: z.boolean(),
});

export const revocationReason = z.enum(['unspecified', 'key-compromise', 'superseded', 'no-longer-used']);

export const newAuthority = z.object({
  /** False makes one that can sign for every site of the internet; the person has seen the warning. */
  constraints: z.boolean().default(true),
  /** Domains beyond the local ones. They cannot be added later: widening means a new authority that has to be trusted anew. */
  domains: z.array(z.string()).max(100).default([]),
  /** A root whose key is destroyed as soon as it has signed an intermediate, which signs everything else. */
  twoTier: z.boolean().default(false),
  key: authorityKeyKind.default('ec-p256'),
  days: z.number().int().min(1).max(3650).optional(),
});

/** An authority that was made or taken in. `notes` say in sentences what the person has to know or do now. */
export const authorityAnswer = z.object({ authority, notes: z.array(z.string()) });

/** A file that the person chose, or whose text they pasted. */
export const givenFile = z.object({ name: z.string(), base64: z.string() });

/** One certificate as it is shown in full; `text` are labelled facts in reading order. */
export const certificateDetail = certificate.extend({
  pem: z.string(),
  subject: z.string(),
  issuer: z.string(),
  text: z.array(z.tuple([z.string(), z.string()])),
});

export type KeyKind = z.infer<typeof keyKind>;
export type AuthorityKeyKind = z.infer<typeof authorityKeyKind>;
export type CertificateKind = z.infer<typeof certificateKind>;
export type CertificateWish = z.infer<typeof certificateWish>;
export type CheckedName = z.infer<typeof checkedName>;
export type SuggestedName = z.infer<typeof suggestedName>;
export type ExportedFile = z.infer<typeof exportedFile>;
export type ExportFormatSummary = z.infer<typeof exportFormat>;
export type RevocationReason = z.infer<typeof revocationReason>;
export type NewAuthority = z.infer<typeof newAuthority>;
export type AuthorityAnswer = z.infer<typeof authorityAnswer>;
export type GivenFile = z.infer<typeof givenFile>;
export type CertificateDetail = z.infer<typeof certificateDetail>;
