/** One agent with a real application, as a person would have it on their machine. */
export interface AgentUnderTest {
  readonly id: string;
  /** True where the agent cannot be had, and an application on the same libraries sends what it would. */
  readonly isImitation?: boolean;
  readonly framework: string;
  /** The version that the snippet is asked for; without it, the newest that the catalogue knows. */
  readonly agentVersion?: string;
  /** What sets it apart from others of the same id and framework, such as its protocol or its runtime. */
  readonly how: string;
  /** Name of the agent in its own metadata. */
  readonly agentName: string;
  /** Starts the application with the agent loaded by the framework's own means, wired by the environment alone. */
  readonly wired: readonly string[];
  /** Starts the application as it is, with no agent; null where there is no agent that `sealwire run` could load. */
  readonly bare: readonly string[] | null;
  readonly cwd: string;
  /** Variables that load the agent for `wired`, e.g. NODE_OPTIONS. */
  readonly loading: Readonly<Record<string, string>>;
  /** Variables that spare it work of which nothing is tested here, in every journey. */
  readonly spare?: Readonly<Record<string, string>>;
  /**
   * How many orders the application gets at first, where not one: a connection that its program ends at the certificate may be over before the program was found, so who makes one for each order
   * and keeps none needs some.
   */
  readonly orders?: number;
  /** What the interpreter is called in the process list. */
  readonly process: RegExp;
  /** The variable that names the authority, or what the cure says where none does. */
  readonly caVariable: string | RegExp;
  /** Where it is wired by other variables than those of Elastic's own agents. */
  readonly dialect?: Dialect;
  /** What a failure is called, by what was wrong, where this agent gives less away than most. */
  readonly known?: Readonly<Record<string, string>>;
  /** What the cure holds, by the code of the diagnosis, where this agent gives less away than most. */
  readonly cures?: Readonly<Record<string, RegExp>>;
  /** What else it takes to make it speak plain HTTP. */
  plain?(env: Record<string, string>): void;
  /** What the certificate is for, where that must not be everything. */
  readonly names?: readonly string[];
  /** What the snippet does before the application can be started: `exportTo` writes a truststore for Java into the folder of the CA file. */
  prepare?(exportTo: (cacerts: string) => Promise<void>): Promise<void>;
  /** Takes what makes the agent trust the authority out of its environment; without it, that is the variable of the CA file. */
  distrust?(env: Record<string, string>): void;
  /** Makes the agent trust the authority in this file and no other; without it, by the variable of the CA file. */
  trustOnly?(env: Record<string, string>, caPath: string): void;
}

/** The variables by which an agent is wired. */
export interface Dialect {
  readonly url: string;
  readonly token: string;
  /** What stands before the token. */
  readonly beforeToken: string;
  readonly ca: string;
  readonly service: string;
  /** Puts an API key in the place of the token. */
  useApiKey(env: Record<string, string>, key: string): void;
  /** Lets it report at once. */
  readonly hurry: Readonly<Record<string, string>>;
}

const ELASTIC: Dialect = {
  url: 'ELASTIC_APM_SERVER_URL',
  token: 'ELASTIC_APM_SECRET_TOKEN',
  beforeToken: '',
  ca: 'ELASTIC_APM_SERVER_CA_CERT_FILE',
  service: 'ELASTIC_APM_SERVICE_NAME',
  useApiKey: (env, key) => {
    env.ELASTIC_APM_API_KEY = key;
    delete env.ELASTIC_APM_SECRET_TOKEN;
  },
  hurry: { ELASTIC_APM_API_REQUEST_TIME: '1s' },
};

/** The variables of an agent: those of Elastic's own where it names no others. */
export function dialectOf({ dialect = ELASTIC }: Pick<AgentUnderTest, 'dialect'>): Dialect {
  return dialect;
}
