import { z } from 'zod';

/* Trust stores of this machine (design.md §8, `trust`): fields may be added, those of the design stay. */

/** `absent`: the store or the tool that it needs is not here; `verified`: a program that reads the store finished a real handshake with a certificate of the authority. */
export const trustState = z.enum(['absent', 'not-installed', 'installed', 'verified']);

/** Whose rights a change of the store needs. */
export const trustNeeds = z.enum(['user', 'admin']);

/** How rows are told apart on a screen: what reads the store. */
export const trustGroup = z.enum(['system', 'browser', 'java', 'environment', 'container', 'device', 'subsystem']);

/** A reason and the next step, in a sentence each. */
export const trustProblem = z.object({ message: z.string(), fix: z.string() });

/** One program that was made to connect, and what it did. */
export const trustCheck = z.object({
  /** Program and version, e.g. `curl 7.88.1`. */
  client: z.string(),
  /** Path of the program. */
  program: z.string(),
  /** `unclear`: it could not be asked, or takes any certificate; `reason` says which. */
  outcome: z.enum(['verified', 'refused', 'unclear']),
  reason: z.string(),
  at: z.string(),
});

/** What has to be set, or written by hand, for programs to read what Sealwire wrote; `language` names the highlighter. */
export const trustLines = z.object({ title: z.string(), language: z.string(), content: z.string() });

export const trustStore = z.object({
  /** Stable name, as it is typed: `system`, `java:/usr/lib/jvm/…`. */
  id: z.string(),
  state: trustState,
  /** File or folder of the store, or its name where the system has no file for it. */
  path: z.string(),
  needs: trustNeeds,
  /** One sentence on how the state is known. */
  evidence: z.string(),
  title: z.string(),
  group: trustGroup,
  /** Programs that read this store, in words: `curl`, `Python`. */
  serves: z.array(z.string()),
  /** Why it cannot be used as it is, or null. */
  problem: trustProblem.nullable(),
  /** The last handshakes with the current authority; empty where there were none since it was made. */
  checks: z.array(trustCheck),
  /** What the person does for it to take effect: lines to set, text to add. */
  lines: z.array(trustLines),
  /** The change of the ledger that put it there; null where Sealwire did not. */
  ledgerId: z.string().nullable(),
  /** Whether Sealwire may change it with the rights that it has now; else the plan holds the commands to type. */
  canChange: z.boolean(),
  /** Whether `trust install` without names takes it: it needs no other rights and no tool that is missing. */
  isDefault: z.boolean(),
  /** False for stores whose steps were only tested with recorded output of the tools. */
  isProven: z.boolean(),
});

/** What happens to one store. */
export const trustStep = z.object({
  store: z.string(),
  title: z.string(),
  path: z.string(),
  needs: trustNeeds,
  /** Every change, one line each, in order. */
  does: z.array(z.string()),
  /** Command lines as Sealwire runs them or, where `byHand`, as the person types them. */
  commands: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), change: z.enum(['create', 'change', 'remove']) })),
  /** True where Sealwire has not the rights: it changes nothing, the person runs `commands`. */
  byHand: z.boolean(),
  /** What the system will ask of the person meanwhile, e.g. a dialog; empty where nothing. */
  asks: z.string(),
  lines: z.array(trustLines),
  /** What the store was when the plan was made; handed back with the consent, so that a store that changed since is left alone. */
  seen: z.string(),
});

export const trustPlan = z.object({
  action: z.enum(['install', 'uninstall']),
  authority: z
    .object({ id: z.string(), commonName: z.string(), fingerprint256: z.string(), path: z.string() })
    .nullable(),
  steps: z.array(trustStep),
  /** Stores that were asked for, or found, and for which nothing is done, with the reason. */
  skipped: z.array(z.object({ store: z.string(), title: z.string(), reason: z.string() })),
});

export const trustResult = z.object({
  store: z.string(),
  title: z.string(),
  /** `by-hand`: nothing was changed, the person runs `commands`; `skipped`: there was nothing to do. */
  outcome: z.enum(['done', 'by-hand', 'skipped', 'failed']),
  /** What became of it, in a sentence. */
  said: z.string(),
  /** The next step where there is one. */
  fix: z.string().nullable(),
  commands: z.array(z.string()),
  lines: z.array(trustLines),
  checks: z.array(trustCheck),
  ledgerId: z.string().nullable(),
});

/** A change of the ledger that waits for the person: begun and not finished, or in a store that is not found any more. */
export const trustLeftover = z.object({
  ledgerId: z.string(),
  what: z.string(),
  where: z.string(),
  at: z.string(),
  why: z.enum(['unfinished', 'store-gone']),
  /** The store that `trust.install` finishes it in; null where it can only be taken back, as that of an older authority. */
  finishIn: z.string().nullable(),
});

/** How an agent comes to trust an authority: by a setting of its own, or by the groups of stores that its runtime reads. */
export const agentTrust = z.object({
  /** The agent's own setting for an authority; null where it has none. */
  setting: z.string().nullable(),
  /** Empty where there is a setting. */
  groups: z.array(trustGroup),
});

/** What an agent needs so that it trusts the authority; most have a setting of their own and need no store at all. */
export const trustAdvice = agentTrust.extend({
  agent: z.string(),
  title: z.string(),
  needsStore: z.boolean(),
  text: z.string(),
});

export type TrustState = z.infer<typeof trustState>;
export type TrustNeeds = z.infer<typeof trustNeeds>;
export type TrustGroup = z.infer<typeof trustGroup>;
export type TrustProblem = z.infer<typeof trustProblem>;
export type TrustCheck = z.infer<typeof trustCheck>;
export type TrustLines = z.infer<typeof trustLines>;
export type TrustStore = z.infer<typeof trustStore>;
export type TrustStep = z.infer<typeof trustStep>;
export type TrustPlan = z.infer<typeof trustPlan>;
export type TrustResult = z.infer<typeof trustResult>;
export type TrustLeftover = z.infer<typeof trustLeftover>;
export type TrustAdvice = z.infer<typeof trustAdvice>;
