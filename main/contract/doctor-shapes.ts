import { z } from 'zod';

/* What `sealwire doctor` finds out about a server (design.md §8, `doctor`): fields may be added, those of the design stay. */

/** `skipped`: it was not asked for, or what it stands on did not hold; the summary says which. */
export const doctorState = z.enum(['ok', 'warning', 'failed', 'skipped']);

/** One of several things that a check looked at, such as an address, a version of TLS or an agent. */
export const doctorDetail = z.object({ what: z.string(), state: doctorState, text: z.string() });

export const doctorCheck = z.object({
  /** Stable name, as scripts use it: `certificate`, `otlp-grpc`. */
  id: z.string(),
  title: z.string(),
  state: doctorState,
  /** What was found, in a sentence. */
  summary: z.string(),
  /** What it is known by; empty where nothing was observed. */
  evidence: z.string(),
  /** The next step; null where there is none. */
  fix: z.string().nullable(),
  details: z.array(doctorDetail),
});

export const doctorReport = z.object({
  url: z.string(),
  /** The worst of the checks; those that were skipped do not count. */
  verdict: z.enum(['ok', 'warning', 'failed']),
  checks: z.array(doctorCheck),
  at: z.string(),
  ms: z.number(),
});

/** What is asked of the doctor. At most one of `token`, `apiKey` and `ownToken`. */
export const doctorRequest = z.object({
  url: z.string().min(1).max(2048),
  /** PEM text of the authorities to trust, and no others; those of the system and of the workspace where it is left out. */
  ca: z.string().max(1_048_576).optional(),
  token: z.string().min(1).max(4096).optional(),
  /** As it stands behind `ApiKey` in the header: base64 of `id:key`. */
  apiKey: z.string().min(1).max(8192).optional(),
  /** The workspace's own secret token, from the vault. */
  ownToken: z.boolean().default(false),
  /** Origin of a page whose browser agent is to report to the server, such as `https://shop.example`. */
  origin: z.string().max(2048).optional(),
  /** Sends one test event, the only thing that the server keeps. */
  send: z.boolean().default(false),
});

export type DoctorState = z.infer<typeof doctorState>;
export type DoctorDetail = z.infer<typeof doctorDetail>;
export type DoctorCheck = z.infer<typeof doctorCheck>;
export type DoctorReport = z.infer<typeof doctorReport>;
export type DoctorRequest = z.infer<typeof doctorRequest>;
