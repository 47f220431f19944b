import type { Fix, TrustGroup } from '../../contract/index.ts';
import type { CentralOption } from './central-option.ts';
import type { TlsClient } from './tls-client.ts';

/** How a fact about an agent was checked: run by us, read in the agent's source, or neither (to be verified before it is relied on). */
export type Proof = 'lab' | 'source' | 'memory';

/** What a setting is for; the same word for every agent, so that one cure reads in every dialect. */
export type SettingKey =
  | 'serverUrl'
  | 'secretToken'
  | 'apiKey'
  | 'caFile'
  | 'pin'
  | 'verify'
  | 'serviceName'
  | 'environment'
  | 'sendInterval'
  | 'metricsInterval'
  | 'centralConfig'
  | 'serverTimeout'
  | 'active'
  | 'logLevel';

/** One setting of one agent, in every form in which it can be written. */
export interface Setting {
  readonly key: SettingKey;
  /** Environment variable; null where the agent reads none. */
  readonly env: string | null;
  /** Name in the agent's code or configuration file. */
  readonly code: string | null;
  readonly since: string;
  /** Version that removed it, or null. */
  readonly until: string | null;
  readonly format: 'url' | 'token' | 'path' | 'name' | 'boolean' | 'duration' | 'milliseconds' | 'level';
  /** What stands before the value itself, such as the header that holds a token; left out for most. */
  readonly before?: string;
  /** For `active`: the value that switches the agent off, where that is not `false`. */
  readonly off?: string;
  /** Never written by us, and why: a pin is not a CA, switching verification off is no cure. */
  readonly never: string | null;
  readonly proof: Proof;
  /** Where the fact stands: `repo:path` or `reference/agents.md §n`. */
  readonly source: string;
}

/** The values of one wiring; `token` stays the placeholder `${SECRET_TOKEN}` until someone asks for it to be revealed. */
export interface Wiring {
  readonly url: string;
  readonly token: string;
  readonly caFile: string;
  readonly service: string;
  readonly environment: string | null;
  readonly agentVersion: string;
  /** How `sealwire` is typed, for the forms that fetch the token when they are run. */
  readonly sealwire: string;
  /** The data folder that such a line has to name, because a shell without our environment would look in another; null for the usual one. */
  readonly home: string | null;
  readonly shell: Shell;
  readonly auth: 'token' | 'none';
}

export type Shell = 'bash' | 'fish' | 'pwsh' | 'cmd';

/** One step of a snippet: a file to write, or something to type (`path` null). */
export interface Block {
  readonly title: string;
  readonly path: string | null;
  /** `shell`, `javascript`, `python`, `dockerfile`, `yaml`, `ini`, `json`, `text`. */
  readonly language: string;
  readonly content: string;
  /** True where the content is typed or run rather than written to a file. */
  readonly isCommand: boolean;
}

export interface Framework {
  readonly id: string;
  readonly title: string;
  /** Packages or file names in a project that give it away, e.g. `express` in package.json. */
  readonly markers: readonly string[];
  /** Command that starts such an application, e.g. `flask run`. */
  readonly start: string;
  /** Command that adds the agent to the project. */
  readonly install: string;
}

/** Words of an agent's own log, and what they mean; `code` is a diagnosis code. */
export interface LogPhrase {
  readonly code: string;
  readonly phrase: string;
  readonly shownByDefault: boolean;
  readonly proof: Proof;
  /** What the same line has to hold as well. */
  readonly where?: RegExp;
  /** What else the same words may mean; then none of it is more than possible. */
  readonly or?: readonly string[];
  /** True for words that stand before the reason of any failure: they count where the agent says nothing else. */
  readonly isVague?: boolean;
  /** The cause that these very words tell, a sentence; left out where they tell no more than the code. */
  readonly cause?: string;
}

/** What `run` found out about a command: the variables to add, or what is missing and how to get it. */
export type LaunchPlan =
  | {
      readonly ready: true;
      readonly env: Readonly<Record<string, string | null>>;
      readonly command: readonly string[];
      /** Name under which the application will report, as far as it can be known before it runs. */
      readonly service: string;
      readonly notes: readonly string[];
      /** A folder that the command makes for itself, to be taken away when it has ended. */
      readonly scratch?: string;
      /** The package was found where the command will look for it; left out where nobody can tell. */
      readonly isFound?: boolean;
    }
  | { readonly ready: false; readonly missing: string; readonly where: string; readonly install: string };

export interface LaunchRequest {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly wiring: Wiring;
  /** The service name that was asked for; null leaves it to the application's own environment, package or folder. */
  readonly service: string | null;
  /** Makes a truststore of the authorities and of what `cacerts` holds (null for no more than them), and yields its path. */
  truststore(cacerts: string | null): Promise<string>;
  /** SHA-256 of the public keys of the endpoint and of the workspace's other servers, in base64; empty while the endpoint presents none. */
  ownKeys(): readonly string[];
  /** Path of a folder that nobody has, in the system's own place for such; it is not made. */
  scratch(): string;
}

/** The disk as a launch or a project search sees it. */
export interface ProjectFiles {
  read(path: string): string | null;
  list(folder: string): readonly string[];
  /** Runs a program of the project (its own interpreter) and yields its standard output, or null where it failed. */
  run(
    file: string,
    args: readonly string[],
    cwd: string,
    env: Readonly<Record<string, string>>,
  ): Promise<string | null>;
}

export interface FoundProject {
  readonly name: string;
  readonly framework: string | null;
  /** Whether the project already depends on the agent. */
  readonly installed: boolean;
  readonly start: string;
  /** Folder of the project that this one is a part of; where both are found, only the whole is told. */
  readonly partOf?: string;
  /** Agents that would take this folder for a project of theirs and are mistaken. */
  readonly insteadOf?: readonly string[];
}

/** The diagnosis codes for which a cure can be asked for in an agent's dialect. */
export type CureCode =
  | 'CA_NOT_TRUSTED'
  | 'NAME_NOT_COVERED'
  | 'TOKEN_MISSING'
  | 'TOKEN_WRONG'
  | 'PLAIN_HTTP'
  | 'SERVER_URL'
  | 'CERTIFICATE_EXPIRED'
  | 'CLIENT_CERTIFICATE'
  | 'NOTHING_ARRIVED';

/**
 * Everything Sealwire knows about one agent. One file in `catalogue/`, named after the id, exports one of these as `definition`;
 * adding an agent is adding that file, its templates and its golden files.
 */
export interface AgentDefinition {
  readonly id: string;
  readonly title: string;
  /** Newest version the facts were checked against. */
  readonly version: string;
  readonly keywords: readonly string[];
  /** `service.agent.name` in metadata. */
  readonly metadataNames: readonly string[];
  readonly userAgent: RegExp;
  /** Paths that nobody else asks for, where the User-Agent names no agent. */
  readonly paths?: RegExp;
  /** Paths that are its pages' where a browser asks about them by OPTIONS, or something under the name of a browser asks for them. */
  readonly preflights?: RegExp;
  /** Command lines of programs that pass its reports on, where its applications do not reach the endpoint themselves. */
  readonly relays?: RegExp;
  /** How such a program calls itself in its own requests, where it does: by that it is known also where its process could not be looked up. */
  readonly relayUserAgent?: RegExp;
  /** Matches the base name of an executable that runs such applications. */
  readonly executable: RegExp;
  /** Elastic's own agent for the same programs, which is meant unless the command line matches `where`, or the project depends on this one alone. */
  readonly insteadOf?: { readonly agent: string; readonly where: RegExp };
  /** Whether a ClientHello with these cipher suites, in its order, comes from this runtime; for agents whose programs are named by their authors. */
  hello?(suites: readonly number[]): boolean;
  readonly settings: readonly Setting[];
  /** What looks at the certificate of a server for it: several where that depends on the version or on the browser. */
  readonly tlsClients: readonly TlsClient[];
  /** Groups of trust stores that its runtime reads, the one to be recommended first; empty where a setting names the authority, so that none is needed. */
  readonly storesRead: readonly TrustGroup[];
  /** What the agent takes from central configuration while it runs. */
  readonly central: readonly CentralOption[];
  /** What a poll that names the tag of its settings says of this agent: that it took them, or only that they reached it. */
  readonly centralTag: 'applied' | 'received';
  readonly frameworks: readonly Framework[];
  /** How this agent ends a TLS handshake it does not like, for weighing the evidence. */
  readonly rejection: {
    /** True where it closes without an alert, so that "no alert" points to it rather than away from it. */
    readonly silent: boolean;
    readonly untrusted: readonly string[];
    readonly wrongName: readonly string[];
    readonly expired: readonly string[];
    /** True where it compares a pin of its own once the handshake is done, and leaves without a word over one that is another. */
    readonly leavesOverPin?: boolean;
  };
  readonly logPhrases: readonly LogPhrase[];
  /** Words of its log that tell no failure but whose log it is, where another agent may word the failure alike. */
  readonly logMarks?: readonly string[];
  /** Variables that have it log its failures on the streams of its process, where it says nothing by itself. */
  readonly aloud?: Readonly<Record<string, string>>;
  /** Ids of the forms offered, the first being the one that is shown first. */
  readonly forms: readonly string[];
  /**
   * What to write in code or in a file of the agent's own: for `code` and `file` the whole configuration, for any other form what the
   * framework still needs in code when the variables say the rest. Null where the agent has no such form.
   */
  ownForm(as: string, framework: Framework, wiring: Wiring): readonly Block[] | null;
  /** The variables that wire this agent, in the order in which they are shown. */
  environment(wiring: Wiring, framework: Framework): readonly (readonly [string, string])[];
  /** Variables that `code` and `file` still need, besides the secret token. */
  ownEnvironment(as: string, framework: Framework): readonly (readonly [string, string])[];
  /**
   * What this agent is given in the place of the CA file, by the path of that; left out by agents that read the CA file itself. Null where it reads no file at all, so that no form brings one:
   * `setUp` then says how the system comes to trust.
   */
  trustFile?(caFile: string): string | null;
  /** What comes before everything else, in place of typing the framework's `install`; paths are those of this machine. */
  setUp?(as: string, framework: Framework, wiring: Wiring): readonly Block[];
  /** Variables of `environment` that load the agent into every program they reach, so they are not exported in a person's shell. */
  readonly loaders: readonly string[];
  /** How the application is started where all of `environment` is set, as in a container. */
  startCommand(framework: Framework): string;
  /** How it is typed in the shell of `wiring`, where `loaders` are not set; `as` is the form that was chosen. */
  startLine(as: string, framework: Framework, wiring: Wiring): string;
  /** What a person should know about this form, framework and agent version, beyond `notes`. */
  advice(as: string, framework: Framework, wiring: Wiring): readonly string[];
  /** The exact line that mends `code`, in the form `as`. */
  cure(code: CureCode, as: string, wiring: Wiring): readonly Fix[];
  /** Finds out how to preload the agent into `command` without changing the application. */
  launch(request: LaunchRequest, files: ProjectFiles): Promise<LaunchPlan>;
  /** Recognises a project of this kind in a folder. */
  recognise(folder: string, files: ProjectFiles): FoundProject | null;
  /** Where its applications run, if not as a process of this machine; a command is none of them for the project that it is started in. */
  readonly runsIn?: 'page' | 'device';
  readonly notes: readonly string[];
}
