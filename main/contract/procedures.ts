import { z } from 'zod';
import { AGENT_PROCEDURES } from './agent-procedures.ts';
import { canaryAnswer } from './canary-shapes.ts';
import * as central from './central-shapes.ts';
import * as certificates from './certificate-shapes.ts';
import { DOCTOR_PROCEDURES } from './doctor-procedures.ts';
import { SERVER_PROCEDURES } from './server-procedures.ts';
import * as shape from './shapes.ts';
import { TOKEN_PROCEDURES } from './token-procedures.ts';
import * as trust from './trust-shapes.ts';
import { undoPlan } from './undo-plan.ts';

const nothing = z.object({});
const done = z.object({ done: z.literal(true) });
const named = z.object({ id: z.string() });
const serviceKey = z.object({ service: z.string().nullable(), environment: z.string().nullable().default(null) });

/** Stores by their ids; none stands for those that are taken by default. */
const storeIds = z.array(z.string()).default([]);
/** `seen` of the steps that the person agreed to; a store that is not as it was then is left alone. */
const trustConsent = z.object({
  stores: storeIds,
  agreed: z.literal(true),
  seen: z.record(z.string(), z.string()).default({}),
});

const madeIn = z.object({ milliseconds: z.number() });

/**
 * Every procedure of Sealwire: its input and its output. All carriers (control socket, loopback HTTP, Electron IPC) offer exactly
 * these, checked against these schemas; the command line and the interface call nothing else.
 */
export const PROCEDURES = {
  'app.info': {
    input: nothing,
    output: z.object({
      version: z.string(),
      home: z.string(),
      platform: z.string(),
      hostname: z.string(),
      user: z.string(),
      /** Folder in which Sealwire was started; projects are looked for there. */
      startedIn: z.string(),
      /** Whether a terminal window can be opened for *Run it for me*, and why not. */
      terminal: z.object({ available: z.boolean(), reason: z.string() }),
      /** How the `sealwire` command is typed on this machine: `sealwire`, or the path of the launcher in the clone. */
      command: z.string(),
    }),
  },
  'app.stop': { input: nothing, output: done },
  'app.open': { input: nothing, output: z.object({ ui: z.string().nullable() }) },
  'app.remove': {
    input: z.object({ confirm: z.boolean() }),
    /** With `confirm` false the plan alone: what would be removed, nothing done. */
    output: z.object({ removed: z.boolean(), plan: z.array(z.string()) }),
  },
  'app.diagnostics': { input: nothing, output: z.object({ filename: z.string(), content: z.string() }) },
  /** The machine woke up, or the clock jumped: the endpoint is looked at, stored events that are too old go, and what depends on the time is told anew. */
  'app.wake': { input: nothing, output: z.object({ listening: z.boolean() }) },
  /**
   * The ledger's record of *start at login*, which the desktop app changes itself: `planned` before, `done` or `undone` after. What and where are
   * fixed here, so that no caller can write a text of its own. Null where there was nothing to undo.
   */
  'desktop.login': {
    input: z.object({ state: z.enum(['planned', 'done', 'undone']) }),
    output: z.object({ entry: shape.ledgerEntry.nullable() }),
  },
  status: { input: nothing, output: shape.status },
  'init.plan': {
    input: z.object({
      /** The port it would be tried on; else the one that is set. */
      port: z.number().int().min(0).max(65535).optional(),
    }),
    output: z.object({
      initialised: z.boolean(),
      authority: z.object({ commonName: z.string(), permitted: z.array(z.string()) }),
      names: z.array(z.object({ name: z.string(), reason: z.string() })),
      url: z.string(),
      portProblem: z.object({ message: z.string(), fix: z.string(), nextFree: z.number() }).nullable(),
      vault: shape.vault,
    }),
  },
  'init.run': {
    input: z.object({
      names: z.array(z.string()).optional(),
      vault: shape.vaultKind.optional(),
      passphrase: z.string().optional(),
      port: z.number().int().min(0).max(65535).optional(),
      constraints: z.boolean().default(true),
      domains: z.array(z.string()).default([]),
      /** As in `authority.new`. */
      twoTier: z.boolean().optional(),
      /** Also start the endpoint; the command line's `init` does not. */
      listen: z.boolean().default(true),
    }),
    output: z.object({
      authority: shape.authority.and(madeIn),
      certificate: shape.certificate.and(madeIn),
      token: shape.token.and(madeIn),
      endpoint: shape.endpoint.and(madeIn).nullable(),
      vault: shape.vault,
    }),
  },
  'vault.status': { input: nothing, output: shape.vault },
  'vault.use': { input: z.object({ use: shape.vaultKind, passphrase: z.string().optional() }), output: shape.vault },
  'vault.unlock': { input: z.object({ passphrase: z.string() }), output: shape.vault },
  'endpoint.start': {
    input: z.object({ port: z.number().int().min(0).max(65535).optional(), hosts: z.array(z.string()).optional() }),
    output: shape.endpoint,
  },
  'endpoint.stop': { input: nothing, output: shape.endpoint },
  'certificate.list': { input: nothing, output: z.object({ certificates: z.array(shape.certificate) }) },
  'certificate.show': { input: named, output: certificates.certificateDetail },
  /**
   * Issues a certificate. A server's is presented by the endpoint at once unless `use` is false; connections that are open keep the old one. With a `csr`
   * (PEM or DER) only the key, and the names where none are given, are taken from it; such a one, and a client's, is never presented.
   */
  'certificate.issue': {
    input: certificates.certificateWish.extend({
      use: z.boolean().default(true),
      csr: z.object({ base64: z.string() }).optional(),
    }),
    output: shape.certificate,
  },
  /**
   * Issues many, all or none, and tells how far it is by the push `progress` under the `job` that the caller made up. None of them is presented by the endpoint.
   * Rejects with `CANCELLED` after `certificate.cancel`.
   */
  'certificate.issueMany': {
    input: z.object({ job: z.string().min(1).max(64), wishes: z.array(certificates.certificateWish).min(1).max(5000) }),
    output: z.object({ certificates: z.array(shape.certificate), milliseconds: z.number() }),
  },
  /** Stops an `issueMany` before its end; `cancelled` is false where no such job runs any more. */
  'certificate.cancel': { input: z.object({ job: z.string() }), output: z.object({ cancelled: z.boolean() }) },
  /**
   * The same names and the same kind of key for as long again; takes the place of one that the endpoint presents. The key is a new one, unless `sameKey` keeps it for agents that pin
   * it; `CERTIFICATE_REFUSED` where there is none to keep, or where it was revoked.
   */
  'certificate.renew': { input: named.extend({ sameKey: z.boolean().default(false) }), output: shape.certificate },
  /** For good. A client's is refused by the endpoint from now on; one that the endpoint presents has to be renewed first. */
  'certificate.revoke': {
    input: named.extend({ reason: certificates.revocationReason.default('unspecified') }),
    output: shape.certificate,
  },
  /** The revocation list (RFC 5280 §5) of an authority, the current one where none is named, signed now and valid for a week. */
  'certificate.crl': {
    input: z.object({ authority: z.string().optional(), format: z.enum(['pem', 'der']).default('pem') }),
    output: z.object({ file: certificates.exportedFile, entries: z.number(), nextUpdate: z.string() }),
  },
  /** Names under which this machine can be reached, each with its reason; with Compose services of `folder`, else of the folder in which Sealwire was started. */
  'certificate.suggest': {
    input: z.object({ folder: z.string().optional() }),
    output: z.object({ names: z.array(certificates.suggestedName) }),
  },
  /** Whether each name can be issued, as it is typed; nothing is made. */
  'certificate.check': {
    input: z.object({
      names: z.array(z.string()).max(100),
      kind: certificates.certificateKind.default('server'),
      authority: z.string().optional(),
      /** Judges by the authority that these would make, in place of one that is there. */
      planned: z.object({ constraints: z.boolean(), domains: z.array(z.string()) }).optional(),
    }),
    output: z.object({ names: z.array(certificates.checkedName) }),
  },
  'certificate.formats': { input: nothing, output: z.object({ formats: z.array(certificates.exportFormat) }) },
  /** The files of a certificate in a format of `certificate.formats`; of an authority (`ca`, by its id or the current ones as one bundle) without any key. */
  'certificate.export': {
    input: z.object({
      what: z.enum(['certificate', 'ca']),
      id: z.string().optional(),
      format: z.string().default('pem'),
      /** Protects the private key, or the store; what happens without one is the format's own matter. */
      passphrase: z.string().optional(),
      /** Begins the file names; the first name of the certificate where it is left out. */
      alias: z.string().optional(),
      /**
       * A truststore whose entries a Java truststore is to hold as well: a file, or the store of a Java of this machine by its id in `trust.list`. Opened with `changeit`,
       * which all of those have.
       */
      mergeWith: z.union([certificates.givenFile, z.object({ store: z.string() })]).optional(),
    }),
    output: z.object({ files: z.array(certificates.exportedFile), notes: z.array(z.string()) }),
  },
  'authority.list': { input: nothing, output: z.object({ authorities: z.array(shape.authority) }) },
  /** Makes a further authority, which signs from now on. The file for agents then holds both, and the endpoint keeps what it presents until the older is retired. */
  'authority.new': { input: certificates.newAuthority, output: certificates.authorityAnswer },
  /** Takes in an authority of the organisation: certificate, key and chain from PEM or PKCS#12 files, in any order. It signs from now on. */
  'authority.import': {
    input: z.object({ files: z.array(certificates.givenFile).min(1).max(10), passphrase: z.string().optional() }),
    output: certificates.authorityAnswer,
  },
  /** Takes an older one out of the file for agents and destroys its key. What the endpoint presents under it is issued anew under the current one. */
  'authority.retire': { input: named, output: certificates.authorityAnswer },
  ...TOKEN_PROCEDURES,
  'service.list': { input: nothing, output: z.object({ services: z.array(shape.service) }) },
  'service.forget': { input: serviceKey, output: done },
  'attempt.list': {
    input: z.object({
      service: z.string().optional(),
      outcome: z.enum(['ok', 'failed']).optional(),
      text: z.string().optional(),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ attempts: z.array(shape.attempt) }),
  },
  'attempt.show': { input: named, output: shape.attemptDetail },
  /**
   * Serves the next new connection of a service a certificate of an authority that nobody trusts, and tells whether its agent minds. That one connection fails; what it had to say is not read, and
   * nothing of it stays but the answer. Answers when it came, or after `seconds`. Without an environment it is the one in which the service was seen.
   */
  'attempt.canary': {
    input: z.object({
      service: z.string().min(1),
      environment: z.string().nullable().optional(),
      seconds: z.number().int().min(1).max(120).default(90),
      agreed: z.literal(true),
    }),
    output: canaryAnswer,
  },
  /** Takes the canary back that waits, whoever let it out; `attempt.canary` then answers `nothing`. `recalled` is false where none waits. */
  'attempt.recall': { input: nothing, output: z.object({ recalled: z.boolean() }) },
  'event.list': {
    input: z.object({
      service: z.string().optional(),
      kind: shape.eventKind.optional(),
      trace: z.string().optional(),
      text: z.string().optional(),
      since: z.string().optional(),
      limit: z.number().int().min(1).max(10000).default(100),
    }),
    output: z.object({ events: z.array(shape.storedEvent) }),
  },
  /** Stored events as bodies of the intake protocol, oldest first, each from one sender: what can be sent to a server. `next` is the `after` of the next call, null at the end. */
  'event.export': {
    input: z.object({
      service: z.string().optional(),
      since: z.string().optional(),
      after: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(100).default(20),
    }),
    output: z.object({
      bodies: z.array(z.object({ service: z.string(), ndjson: z.string(), events: z.number() })),
      next: z.number().nullable(),
    }),
  },
  'event.purge': { input: nothing, output: z.object({ removed: z.number() }) },
  /** Central configuration of agents; entries that match best first; and what each agent of the catalogue takes. */
  'config.list': {
    input: nothing,
    output: z.object({ entries: z.array(central.configEntry), agents: z.array(central.centralAgent) }),
  },
  /** Adds settings to those of a service, or changes them; null is every service, or every environment. All of them or none. */
  'config.set': {
    input: serviceKey.extend({ settings: z.record(z.string().min(1), z.string()) }),
    output: z.object({ entry: central.configEntry, notes: z.array(z.string()) }),
  },
  /** Takes settings away, all of the entry where `keys` is empty. */
  'config.unset': {
    input: serviceKey.extend({ keys: z.array(z.string()).default([]) }),
    output: z.object({ entry: central.configEntry.nullable(), notes: z.array(z.string()) }),
  },
  ...AGENT_PROCEDURES,
  ...SERVER_PROCEDURES,
  /** The wiring that is open on the Connect screen: unidentified connections are put down to it, as possible. */
  'wiring.open': { input: z.object({ agent: z.string(), service: z.string() }), output: done },
  'wiring.close': { input: nothing, output: done },
  /** Opens the person's own terminal with `sealwire run -- <the framework's start command>`; no other command can be asked for. */
  'terminal.run': {
    input: z.object({
      agent: z.string(),
      framework: z.string().optional(),
      service: z.string(),
      folder: z.string().optional(),
    }),
    output: done,
  },
  'probe.run': {
    input: z.object({ url: z.string().optional() }),
    output: z.object({ endpoint: z.string(), steps: z.array(shape.ladderStep), ms: z.number() }),
  },
  ...DOCTOR_PROCEDURES,
  'command.status': { input: nothing, output: shape.commandPlace },
  /** Puts `sealwire` on the person's PATH, by the plan of `command.status`, which the person has seen and agreed to. */
  'command.install': { input: z.object({ agreed: z.literal(true) }), output: shape.commandPlace },
  /** Takes away what `command.install` made, where it still is what Sealwire left. */
  'command.uninstall': { input: nothing, output: shape.commandPlace },
  /** Every trust store of this machine as it stands. Verified is what the last handshake with the current authority showed; none is made here. */
  'trust.list': {
    input: nothing,
    output: z.object({
      authority: trust.trustPlan.shape.authority,
      stores: z.array(trust.trustStore),
      /** Changes that were interrupted, or whose store is gone, oldest first. */
      leftovers: z.array(trust.trustLeftover),
      /** For each agent of the catalogue whether it needs a store at all. */
      advice: z.array(trust.trustAdvice),
    }),
  },
  /** What installing or uninstalling would do, command by command; nothing is done. Uninstalling also takes `ledger:` and an id of the ledger: that change and no other. */
  'trust.plan': {
    input: z.object({ action: z.enum(['install', 'uninstall']), stores: storeIds }),
    output: trust.trustPlan,
  },
  /** Each store by itself: one that fails stops no other. Every store is verified by real handshakes afterwards. */
  'trust.install': { input: trustConsent, output: z.object({ results: z.array(trust.trustResult) }) },
  /** Takes out what Sealwire put in; without names everywhere. */
  'trust.uninstall': { input: trustConsent, output: z.object({ results: z.array(trust.trustResult) }) },
  /** Handshakes alone, of every program that is here and reads the store. */
  'trust.check': { input: z.object({ stores: storeIds }), output: z.object({ stores: z.array(trust.trustStore) }) },
  'ledger.list': { input: nothing, output: z.object({ entries: z.array(shape.ledgerEntry) }) },
  /** What `ledger.undo` would do now, for a person to agree to. */
  'ledger.plan': { input: z.object({ id: z.string().optional() }), output: undoPlan },
  /** Takes one change back, the newest that can be where `id` is left out; `said` tells what became of it, in a sentence. */
  'ledger.undo': {
    /** `seen` is that of the plan that was agreed to; what changed since is refused then. */
    input: z.object({ id: z.string().optional(), seen: z.string().optional() }),
    output: z.object({ entry: shape.ledgerEntry, said: z.string() }),
  },
  'settings.get': { input: nothing, output: shape.settings },
  'settings.set': { input: shape.settings.partial(), output: shape.settings },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type ProcedureName = keyof typeof PROCEDURES;

/** What a caller may leave out stays optional here; a handler gets `ParsedInput`. */
export type ProcedureInput<Name extends ProcedureName> = z.input<(typeof PROCEDURES)[Name]['input']>;
export type ParsedInput<Name extends ProcedureName> = z.output<(typeof PROCEDURES)[Name]['input']>;
export type ProcedureOutput<Name extends ProcedureName> = z.output<(typeof PROCEDURES)[Name]['output']>;

/** One handler for each procedure; the core is exactly this. */
export type Handlers = { [Name in ProcedureName]: (input: ParsedInput<Name>) => Promise<ProcedureOutput<Name>> };
