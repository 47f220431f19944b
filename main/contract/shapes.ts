import { z } from 'zod';
import { relayState } from './relay-shapes.ts';
import { STEPS } from './steps.ts';

/* The JSON shapes that scripts rely on (design.md §8): fields may be added, these stay. Times are ISO 8601 in UTC. */

export const step = z.enum(STEPS);

export const fix = z.object({
  text: z.string(),
  /** The configuration form the snippet is written in, e.g. `env`, or `command` for something to type, or null. */
  as: z.string().nullable(),
  snippet: z.string().nullable(),
});

export const diagnosis = z.object({
  code: z.string(),
  summary: z.string(),
  cause: z.string(),
  confidence: z.enum(['certain', 'probable', 'possible']),
  fixes: z.array(fix),
});

export const ladderStep = z.object({
  step,
  state: z.enum(['ok', 'failed', 'waiting', 'n/a']),
  at: z.string().nullable(),
  evidence: z.string(),
});

export const counts = z.object({
  transaction: z.number(),
  span: z.number(),
  error: z.number(),
  metricset: z.number(),
  log: z.number(),
});

export const agentIdentity = z.object({ name: z.string(), version: z.string() });

export const tlsFacts = z.object({
  version: z.string(),
  cipher: z.string(),
  sni: z.string().nullable(),
  alpn: z.string().nullable(),
});

/** How a service was told apart, best first; `wiring` and `environment` are deductions, the others observations. */
export const attribution = z.enum(['metadata', 'user-agent', 'run', 'environment', 'wiring', 'none']);

/** Central configuration as evidence: the newest tag that was sent, and when the agent named it in a later poll; null until it has. */
export const configuration = z.object({
  etag: z.string(),
  sentAt: z.string().nullable(),
  echoedAt: z.string().nullable(),
});

/**
 * What a canary showed: the certificate of an authority that nobody trusts was turned down (`verified`) or gone on with (`off`). `how` tells by what: a TLS `alert`, a connection that was `reset` or
 * `closed` before the handshake was seen to be done, one `closed-after` it without a byte (a check of one's own, such as a pin), or data that was `sent` all the same.
 */
export const verification = z.object({
  result: z.enum(['verified', 'off']),
  at: z.string(),
  how: z.enum(['alert', 'reset', 'closed', 'closed-after', 'sent']),
  /** Name of the TLS alert as in RFC 8446 §6, where there was one. */
  alert: z.string().nullable(),
});

export const service = z.object({
  service: z.string().nullable(),
  environment: z.string().nullable(),
  agent: agentIdentity.nullable(),
  steps: z.array(ladderStep),
  stoppedAt: step.nullable(),
  diagnosis: diagnosis.nullable(),
  counts,
  /** Catalogue id of the agent (`nodejs`, `python`), where it is known. */
  agentId: z.string().nullable(),
  attribution,
  tls: tlsFacts.nullable(),
  tokenId: z.string().nullable(),
  process: z.object({ pid: z.number(), command: z.string() }).nullable(),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
  lastAttemptId: z.string().nullable(),
  configuration: configuration.nullable(),
  /** Whether its agent checks the certificate, as the last canary showed; null where none has. */
  verifies: verification.nullable(),
});

export const attempt = z.object({
  id: z.string(),
  at: z.string(),
  service: z.string().nullable(),
  agent: agentIdentity.nullable(),
  remote: z.string(),
  process: z.object({ pid: z.number(), command: z.string() }).nullable(),
  tls: tlsFacts.nullable(),
  /** Name of the TLS alert as in RFC 8446 §6 (`unknown_ca`), sent or received; null where there was none. */
  alert: z.string().nullable(),
  /** The highest rung it climbed; where it failed, that is the one below the rung that stopped it. */
  step: step.nullable(),
  outcome: z.enum(['ok', 'failed']),
  status: z.number().nullable(),
  diagnosis: diagnosis.nullable(),
  environment: z.string().nullable(),
  agentId: z.string().nullable(),
  attribution,
  open: z.boolean(),
  durationMs: z.number(),
  configuration: configuration.nullable(),
});

/** One line of an attempt's timeline. */
export const timelineEntry = z.object({
  at: z.string(),
  /** Milliseconds since the connection was accepted. */
  offsetMs: z.number(),
  phase: z.enum(['tcp', 'tls', 'http', 'auth', 'decode', 'end']),
  state: z.enum(['ok', 'failed', 'note']),
  title: z.string(),
  detail: z.string(),
});

export const exchange = z.object({
  method: z.string(),
  path: z.string(),
  userAgent: z.string().nullable(),
  /** Header names as sent; values of Authorization, cookies and the like are masked before they are kept. */
  requestHeaders: z.array(z.tuple([z.string(), z.string()])),
  status: z.number().nullable(),
  responseHeaders: z.array(z.tuple([z.string(), z.string()])),
  responseBody: z.string().nullable(),
});

export const attemptDetail = attempt.extend({
  timeline: z.array(timelineEntry),
  exchanges: z.array(exchange),
  certificate: z
    .object({ id: z.string(), fingerprint256: z.string(), names: z.array(z.string()), notAfter: z.string() })
    .nullable(),
  local: z.string(),
});

export const authority = z.object({
  id: z.string(),
  current: z.boolean(),
  /** Path of the PEM file that agents are given; that of the current one also holds older ones that are still trusted. */
  path: z.string(),
  /** Path of its own certificate alone, for stores that take one at a time. */
  ownPath: z.string(),
  fingerprint256: z.string(),
  notBefore: z.string(),
  notAfter: z.string(),
  nameConstrained: z.boolean(),
  commonName: z.string(),
  permittedNames: z.array(z.string()),
  daysLeft: z.number(),
  /** `older` is still trusted through the file that agents are given; `retired` is not, and its key is destroyed. */
  state: z.enum(['current', 'older', 'retired']),
  /** `root` signs directly; with `two-tier` an intermediate signs and the key of the root is destroyed; `imported` came from elsewhere. */
  structure: z.enum(['root', 'two-tier', 'imported']),
  key: z.string(),
  /** The intermediate that signs in its name; null where it signs itself. */
  intermediate: z.object({ commonName: z.string(), fingerprint256: z.string(), notAfter: z.string() }).nullable(),
  retiredAt: z.string().nullable(),
  /** How many certificates it has signed that are still valid: neither expired nor revoked. */
  validCertificates: z.number(),
});

export const certificate = z.object({
  id: z.string(),
  kind: z.enum(['server', 'client']),
  names: z.array(z.string()),
  key: z.string(),
  notBefore: z.string(),
  notAfter: z.string(),
  serial: z.string(),
  fingerprint256: z.string(),
  authority: z.string(),
  files: z.object({
    cert: z.string().nullable(),
    key: z.string().nullable(),
    chain: z.string().nullable(),
    ca: z.string().nullable(),
    p12: z.string().nullable(),
    jks: z.string().nullable(),
  }),
  daysLeft: z.number(),
  /** True for the certificate that the endpoint presents. */
  inUse: z.boolean(),
  /** The names as a person reads them: U-labels in place of A-labels. */
  shownNames: z.array(z.string()),
  /** `renewed` has a successor and is valid all the same. */
  state: z.enum(['valid', 'renewed', 'expired', 'revoked', 'not-yet-valid']),
  /** False where the key never was here, because a signing request was signed. */
  hasKey: z.boolean(),
  /** The certificate that it renewed, and the one that renewed it. */
  renews: z.string().nullable(),
  renewedBy: z.string().nullable(),
  revokedAt: z.string().nullable(),
  revocationReason: z.string().nullable(),
  /** When Sealwire renews it by itself; null where it does not. */
  renewsItselfAt: z.string().nullable(),
});

export const token = z.object({
  id: z.string(),
  state: z.enum(['active', 'retiring']),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  usedBy: z.array(z.string()),
  /** Of a retiring one: when everybody is expected to have moved; null where nobody said. */
  until: z.string().nullable(),
});

export const vaultKind = z.enum(['keychain', 'passphrase', 'session']);

export const vault = z.object({
  /** `secret-service`, `macos-keychain`, `windows-credential-manager`, `passphrase` or `session`; `none` before it is chosen. */
  kind: z.string(),
  persistent: z.boolean(),
  state: z.enum(['ready', 'locked', 'unavailable', 'unchosen']),
  label: z.string(),
  reason: z.string().nullable(),
  choices: z.array(
    z.object({
      use: vaultKind,
      label: z.string(),
      available: z.boolean(),
      recommended: z.boolean(),
      reason: z.string(),
    }),
  ),
});

export const endpoint = z.object({
  url: z.string(),
  listening: z.boolean(),
  pid: z.number(),
  since: z.string().nullable(),
  port: z.number(),
  addresses: z.array(z.string()),
  /** Why it is not listening, with the cure, or null. */
  problem: z.object({ code: z.string(), message: z.string(), fix: z.string() }).nullable(),
  auth: z.enum(['token', 'none']),
  connections: z.number(),
  /**
   * PEM file with the authority that clients have to trust for what is presented: that of the workspace, or the one that a settings file brings with its certificate. Null before
   * anything was made, and where a settings file's certificate comes from an authority that no known file holds.
   */
  ca: z.string().nullable(),
});

/** Something that needs the person: expiry, weak vault, damage found and recovered from. */
export const notice = z.object({
  id: z.string(),
  level: z.enum(['attention', 'failed']),
  title: z.string(),
  text: z.string(),
  /** Path of the screen that cures it. */
  screen: z.string().nullable(),
});

/** Whether browsers (the RUM agent) may report, and on which terms those may come in that show no credentials. */
export const rumState = z.object({
  enabled: z.boolean(),
  /** Globs over the Origin of a page; `*` alone is every one. */
  origins: z.array(z.string()),
  /** Whether anybody may come in without credentials, from whatever path. */
  anonymous: z.boolean(),
  /** Names of agents that may; for none in the list, all of them. The same for services. */
  agents: z.array(z.string()),
  services: z.array(z.string()),
  /** Events a second from one address, three times as many at once; and how many addresses are told apart. */
  eventLimit: z.number(),
  ipLimit: z.number(),
  /** What decides it in this run: the settings that were saved, `--rum`, or the file of `--config`. */
  by: z.enum(['settings', 'command', 'file']),
});

export const status = z.object({
  workspace: z.string(),
  initialised: z.boolean(),
  endpoint: endpoint.nullable(),
  rum: rumState,
  /** Null where nothing is passed on. */
  relay: relayState.nullable(),
  authorities: z.array(authority),
  certificates: z.array(certificate),
  tokens: z.array(token),
  vault,
  services: z.array(service),
  notices: z.array(notice),
  version: z.string(),
  home: z.string(),
});

export const eventKind = z.enum(['transaction', 'span', 'error', 'metricset', 'log']);

export const storedEvent = z.object({
  service: z.string().nullable(),
  kind: eventKind,
  at: z.string(),
  name: z.string().nullable(),
  traceId: z.string().nullable(),
  id: z.string().nullable(),
  parentId: z.string().nullable(),
  durationMs: z.number().nullable(),
  outcome: z.string().nullable(),
  document: z.unknown(),
  /** Row number in the store; larger is later. */
  sequence: z.number(),
});

export const ledgerEntry = z.object({
  id: z.string(),
  at: z.string(),
  what: z.string(),
  where: z.string(),
  state: z.enum(['planned', 'done', 'undone']),
  undo: z.string().nullable(),
  /** What an undo needs to know, by the kind of change; an entry without it can only be read. */
  change: z.looseObject({ kind: z.string() }).optional(),
});

/** How the `sealwire` command stands on the person's PATH. */
export const commandPlace = z.object({
  /** `foreign`: something that Sealwire did not put there is in the way; `impossible`: `problem` says why it cannot be put there at all. */
  state: z.enum(['absent', 'installed', 'foreign', 'impossible']),
  /** File that the command is, or would be. */
  path: z.string(),
  /** Program that it starts. */
  program: z.string(),
  /** Whether the ledger has it as a change of ours, so that it can be taken away again. */
  isOurs: z.boolean(),
  /** Every change that installing would make, one line each; empty where there is nothing to do. */
  plan: z.array(z.string()),
  /** What the person adds to which file of their shell where a new terminal does not find the command; Sealwire never edits those. */
  advice: z.object({ text: z.string(), line: z.string(), file: z.string() }).nullable(),
  problem: z.object({ message: z.string(), fix: z.string() }).nullable(),
});

export const endpointSettings = z.object({
  port: z.number().int().min(0).max(65535),
  /** Addresses beyond loopback. */
  hosts: z.array(z.string()),
});

/** What a person lets browsers do; the real server's defaults stand for the rest. */
export const rumSettings = z.object({
  enabled: z.boolean(),
  origins: z.array(z.string().min(1)).min(1),
  /** Services that may report; empty is all. */
  services: z.array(z.string().min(1)),
  eventLimit: z.number().int().min(1).max(1_000_000),
});

export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  endpoint: endpointSettings,
  rum: rumSettings,
  vault: vaultKind.nullable(),
  retention: z.object({ days: z.number().int().min(1).max(365), megabytes: z.number().int().min(16).max(65536) }),
});

export type Diagnosis = z.infer<typeof diagnosis>;
export type Fix = z.infer<typeof fix>;
export type LadderStep = z.infer<typeof ladderStep>;
export type Counts = z.infer<typeof counts>;
export type AgentIdentity = z.infer<typeof agentIdentity>;
export type TlsFacts = z.infer<typeof tlsFacts>;
export type Attribution = z.infer<typeof attribution>;
export type Service = z.infer<typeof service>;
export type Verification = z.infer<typeof verification>;
export type Configuration = z.infer<typeof configuration>;
export type Attempt = z.infer<typeof attempt>;
export type AttemptDetail = z.infer<typeof attemptDetail>;
export type TimelineEntry = z.infer<typeof timelineEntry>;
export type Exchange = z.infer<typeof exchange>;
export type Authority = z.infer<typeof authority>;
export type Certificate = z.infer<typeof certificate>;
export type Token = z.infer<typeof token>;
export type VaultKind = z.infer<typeof vaultKind>;
export type Vault = z.infer<typeof vault>;
export type Endpoint = z.infer<typeof endpoint>;
export type Notice = z.infer<typeof notice>;
export type RumState = z.infer<typeof rumState>;
export type RumSettings = z.infer<typeof rumSettings>;
export type Status = z.infer<typeof status>;
export type EventKind = z.infer<typeof eventKind>;
export type StoredEvent = z.infer<typeof storedEvent>;
export type LedgerEntry = z.infer<typeof ledgerEntry>;
export type CommandPlace = z.infer<typeof commandPlace>;
export type Settings = z.infer<typeof settings>;
