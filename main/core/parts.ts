import type {
  Attempt,
  AttemptDetail,
  Authority,
  AuthorityAnswer,
  Certificate,
  Diagnosis,
  Endpoint,
  GivenFile,
  LedgerEntry,
  NewAuthority,
  Notice,
  ParsedInput,
  ProcedureOutput,
  RevocationReason,
  SealwireError,
  Secret,
  Service,
  Settings,
  Token,
  Vault,
  VaultKind,
  Verification,
} from '../contract/index.ts';
import type { Wiring } from './agents/definition.ts';
import type { RevocationList } from './authority/write-revocation-list.ts';
import type { Signable } from './certificates/accepted-names.ts';
import type { EndpointSettings, ServerIdentity, TokenBook } from './endpoint/ports.ts';
import type { ServiceKey } from './evidence/attempt-book.ts';
import type { FactSink } from './evidence/facts.ts';
import type { ExportMaterial } from './export/export-format.ts';
import type { CertificateRequest, Renewal } from './workspace/certificate-changes.ts';

/*
 * The parts that `core.ts` composes, each seen from outside. A part knows the others only by what it is handed when it is opened,
 * so each is tested with a few lines in place of the rest.
 */

/** Authorities and certificates of one workspace. Methods reject with catalogue errors; each change is all or nothing. */
export interface CertificateBook {
  authorities(): Authority[];
  certificates(): Certificate[];
  issueCertificate(request: CertificateRequest): Promise<Certificate>;
  /** All or none; `didIssue` hears how many there are so far. */
  issueMany(
    requests: readonly CertificateRequest[],
    signal: AbortSignal,
    didIssue: (done: number) => void,
  ): Promise<Certificate[]>;
  /** What a renewal of the presented certificate would be, with a new key, kept nowhere. */
  successor(): Promise<ServerIdentity>;
  /** With a new key, unless `sameKey` keeps the one of before. */
  renewCertificate(id: string, how?: Renewal): Promise<Certificate>;
  revokeCertificate(id: string, reason: RevocationReason): Promise<Certificate>;
  showCertificate(id: string): ProcedureOutput<'certificate.show'>;
  /** What an export of a certificate is made from, its key included; of the authorities that agents are to trust where `id` is null. */
  exportMaterial(id: string | null): Promise<ExportMaterial>;
  /** Certificate of one authority alone, without any key. */
  authorityMaterial(id: string): ExportMaterial;
  revocationList(authority: string | undefined): Promise<RevocationList & { readonly authority: string }>;
  /** What an authority may sign, the current one where none is named; without any, what the one to be made would. */
  signable(authority: string | undefined): Signable;
  newAuthority(wish: NewAuthority): Promise<AuthorityAnswer>;
  importAuthority(files: readonly GivenFile[], passphrase: Secret | null): Promise<AuthorityAnswer>;
  retireAuthority(id: string): Promise<AuthorityAnswer>;
  /** Fingerprints (SHA-256) of certificates of clients that are revoked. */
  revokedClients(): readonly string[];
  /** The presented certificate, and when it is renewed by itself, as milliseconds since 1970; null where it is not. */
  nextRenewal(): { readonly id: string; readonly dueMs: number } | null;
}

/** Authorities, certificates, tokens and the vault of one workspace. Methods reject with catalogue errors. */
export interface Security extends CertificateBook {
  readonly workspace: string;
  initialised(): boolean;
  /** What the endpoint is to present; null before the first click or while the vault is locked. */
  identity(): ServerIdentity | null;
  /** Why there is none, as an error with the next step. */
  whyNoIdentity(): SealwireError;
  readonly tokenBook: TokenBook;
  /** PEM file of the current authority, also where it lasts only for this run; null before the first click. */
  caPath(): string | null;
  tokens(): Token[];
  vault(): Vault;
  notices(): Notice[];
  /** The `authority`, `names` and `vault` of `init.plan`. */
  plan(): Promise<Pick<ProcedureOutput<'init.plan'>, 'authority' | 'names' | 'vault'>>;
  /** The one click without the endpoint. All or nothing: a failure, or a kill at any moment, leaves what was before. */
  initialise(
    input: ParsedInput<'init.run'>,
  ): Promise<Pick<ProcedureOutput<'init.run'>, 'authority' | 'certificate' | 'token'>>;
  useVault(use: VaultKind, passphrase: Secret | null): Promise<Vault>;
  unlockVault(passphrase: Secret): Promise<Vault>;
  showToken(): Promise<Secret>;
  /** `until` is when everybody is expected to have the new one. */
  rotateToken(until?: string | null): Promise<Token>;
  /** Makes a token of a real server the active one, as `rotateToken` does with a new one; `isNew` is false where it was that already. */
  adoptToken(value: Secret): Promise<{ readonly isNew: boolean }>;
  retireToken(id: string): Promise<void>;
  /** Everything this workspace keeps, in folders and in the vault, as lines for a person; `removeAll` takes exactly that away. */
  removalPlan(): string[];
  removeAll(): Promise<void>;
  close(): Promise<void>;
}

export interface Preferences {
  get(): Settings;
  set(change: Partial<Settings>): Settings;
  /** What was wrong with the file that was found, kept aside and said. */
  notices(): Notice[];
}

/** The record of changes outside Sealwire's own folder. Written before the change (`planned`), again after it (`done`, `undone`). */
export interface Ledger {
  list(): LedgerEntry[];
  /** With a `change` the entry can be undone by Sealwire itself, and its `undo` is the line that does it. */
  plan(entry: {
    readonly what: string;
    readonly where: string;
    readonly undo: string | null;
    readonly change?: LedgerEntry['change'];
  }): string;
  mark(id: string, state: 'done' | 'undone'): void;
  notices(): Notice[];
}

export interface EndpointService {
  /** Listens on every address or on none: rejects with `PORT_TAKEN` or `ADDRESS_UNAVAILABLE`, and `state().problem` then says it too. */
  start(settings: EndpointSettings): Promise<Endpoint>;
  stop(): Promise<Endpoint>;
  /** What would stop it from listening so, found out by trying; null where nothing would. */
  portProblem(settings: EndpointSettings): Promise<ProcedureOutput<'init.plan'>['portProblem']>;
  state(): Endpoint;
  /** Listens anew where an address was lost while the machine slept; where that fails, `state().problem` says why. Never rejects. */
  recheck(): Promise<Endpoint>;
  /** Whether a start was asked for in this run, however it went; before that there is no state to show. */
  hasStarted(): boolean;
  /** New connections get the new certificate, open ones live on. */
  present(identity: ServerIdentity): void;
  /** A canary has begun to wait, or has ceased to. */
  canaryChanged(): void;
  close(): Promise<void>;
}

export interface Evidence {
  readonly sink: FactSink;
  services(): Service[];
  attempts(query: ParsedInput<'attempt.list'>): Attempt[];
  attempt(id: string): AttemptDetail | null;
  forget(service: string | null, environment: string | null): void;
  /** A process that `run` started; its connections, and those of its children, are the service's. */
  launched(process: {
    readonly pid: number;
    readonly agent: string;
    readonly service: string;
    readonly command: string;
  }): void;
  /** What a service's own agent logged of itself; it counts until the service is started anew or forgotten. */
  logged(service: string, said: Diagnosis): void;
  openWiring(wiring: { readonly agent: string; readonly service: string } | null): void;
  /** Whether an open connection is known to be that service's before it has said anything; its process is looked for. */
  isOf(connection: string, target: ServiceKey): Promise<boolean>;
  /** Open connections that have spoken for that service. */
  openOf(target: ServiceKey): readonly string[];
  /** Makes a connection no evidence at all: what was observed is taken back, and what is observed from now on goes to `take` alone. */
  setAside(connection: string, take: FactSink): void;
  /** Keeps what a canary showed of a service. */
  keepVerification(target: ServiceKey, verification: Verification): void;
  /** Why the processes of connections cannot be told on this system, or null. */
  readonly whyNoOwners: string | null;
  /** Ladders change when the endpoint starts, stops or moves: the ones that wait then say why. */
  endpointChanged(endpoint: Endpoint): void;
  close(): Promise<void>;
}

export interface Agents {
  list(): Promise<ProcedureOutput<'agent.list'>['agents']>;
  show(input: ParsedInput<'agent.show'>, reveal: Secret | null): Promise<ProcedureOutput<'agent.show'>>;
  lint(input: ParsedInput<'agent.lint'>): Promise<ProcedureOutput<'agent.lint'>>;
  launch(input: ParsedInput<'agent.launch'>, token: Secret | null): Promise<ProcedureOutput<'agent.launch'>>;
  /** The `sealwire run -- …` line for a framework, as the Connect screen shows it, quoted for this machine's shell. */
  runCommand(input: {
    readonly agent: string;
    readonly framework?: string | undefined;
    readonly service: string;
  }): Promise<string>;
  /** The values that cures are written with; null stands for an agent that is not known. */
  wiring(agentId: string | null): Wiring;
  projects(input: ParsedInput<'project.list'>): Promise<ProcedureOutput<'project.list'>['projects']>;
}
