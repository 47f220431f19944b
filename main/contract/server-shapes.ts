import { z } from 'zod';
import { exportedFile } from './certificate-shapes.ts';

/* What is asked and answered about real APM Servers. */

/** Ways in which APM Server is run. */
export const serverTargetId = z.enum([
  'standalone',
  'systemd',
  'compose',
  'kubernetes',
  'helm',
  'eck',
  'elastic-agent',
]);

/** Where the server's certificate comes from: the workspace's authority, one that is asked by a signing request, or files that are there already. */
export const serverCertificate = z.discriminatedUnion('from', [
  z.object({ from: z.literal('authority') }),
  z.object({ from: z.literal('request') }),
  z.object({
    from: z.literal('given'),
    /** PEM, in base64: the server's own and those between it and the root, in any order. */
    certificate: z.string().max(400_000),
    key: z.string().max(100_000),
    /** The authority, as PEM in base64, which agents then trust. */
    ca: z.string().max(400_000).optional(),
    /** Opens the key, where it is encrypted. */
    passphrase: z.string().optional(),
  }),
]);

/** What a server is to be set up as. What is left out is as the workspace and its endpoint have it. */
export const serverWish = z.object({
  target: serverTargetId.default('standalone'),
  /** Of APM Server: `9`, `8.19.5`. */
  version: z.string().max(20).optional(),
  /** Host names and addresses under which agents reach it. */
  names: z.array(z.string()).max(100).default([]),
  port: z.number().int().min(1).max(65535).default(8200),
  /** URL of the Elasticsearch that it sends to. */
  elasticsearch: z.string().max(2000).optional(),
  certificate: serverCertificate.default({ from: 'authority' }),
  /** Encrypts the private key; the passphrase goes into the keystore. */
  encryptKey: z.boolean().default(false),
  /** Whether clients have to show a certificate of the workspace's authority. */
  clients: z.enum(['none', 'optional', 'required']).default('none'),
  /** Versions of TLS, of which the oldest and the newest count. */
  protocols: z
    .array(z.enum(['TLSv1.1', 'TLSv1.2', 'TLSv1.3']))
    .max(3)
    .optional(),
  /** Whether browsers may report, and from where. */
  rum: z.boolean().optional(),
  origins: z.array(z.string().min(1).max(2000)).max(100).optional(),
  /** Events a second of one address that shows no token. */
  eventLimit: z.number().int().min(1).optional(),
  /** Headers that are added to every response. */
  responseHeaders: z.record(z.string(), z.string()).optional(),
  /** With an Elasticsearch and a Kibana to try it, where the target has them. */
  trial: z.boolean().default(false),
});

export const serverTarget = z.object({
  id: serverTargetId,
  title: z.string(),
  /** For whom it is, as the end of "for …". */
  audience: z.string(),
  /** Names under which its agents reach it anyway; without any, some have to be given. */
  usualNames: z.array(z.string()),
  takesPassphrase: z.boolean(),
  takesRequest: z.boolean(),
  takesTrial: z.boolean(),
  /** The oldest major version. */
  since: z.number(),
});

const answered = {
  target: serverTargetId,
  /** Where agents send to. */
  url: z.string(),
  names: z.array(z.string()),
  /** What to do with the files, in order; whole sentences with commands in backticks. */
  steps: z.array(z.string()),
  notes: z.array(z.string()),
};

/** `certificate` is the id of the one that was issued for it; null where none was. Names of files may have folders, with `/` between. */
export const serverExport = z.object({
  ...answered,
  files: z.array(exportedFile),
  certificate: z.string().nullable(),
});

/** The same before anything is made: secrets are covered, and certificates stand for what they will be. */
export const serverPreview = z.object({
  ...answered,
  files: z.array(
    z.object({
      name: z.string(),
      /** Null where it is no text. */
      text: z.string().nullable(),
      isSecret: z.boolean(),
      /** What a file that is no text will hold, for a person. */
      holds: z.string().nullable(),
    }),
  ),
});

/** A settings file with those of a hand-over in it. `diff` is empty where it says all of it already; `entry` is the ledger's, where it was written. */
export const mergedServerFile = z.object({
  path: z.string(),
  diff: z.string(),
  seen: z.string(),
  applied: z.boolean(),
  entry: z.string().nullable(),
  notes: z.array(z.string()),
});

export type MergedServerFile = z.infer<typeof mergedServerFile>;
/** What was imported: the settings that `up` goes by from now on, and what became of the token. `notes` say what counts, what is read otherwise, and what is passed over. */
export const serverImport = z.object({
  config: z.string().nullable(),
  url: z.string().nullable(),
  token: z.enum(['adopted', 'same', 'none']),
  notes: z.array(z.string()),
});

export type ServerImport = z.infer<typeof serverImport>;
export type ServerTargetId = z.infer<typeof serverTargetId>;
export type ServerWish = z.infer<typeof serverWish>;
export type ServerTarget = z.infer<typeof serverTarget>;
export type ServerExport = z.infer<typeof serverExport>;
export type ServerPreview = z.infer<typeof serverPreview>;
