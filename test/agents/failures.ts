import type { Step } from '../../main/contract/index.ts';
import { type AgentUnderTest, dialectOf } from './agent-under-test.ts';

/** An `apm-server.yml` that is in the way: with a certificate for so many days (a negative number ended it so long ago), and lines below `ssl:`, in which CA stands for its authority. */
export interface ServerFault {
  readonly days: number;
  readonly ssl: readonly string[];
}

/** What a failure can be made with. */
export interface Spoiling {
  readonly agent: AgentUnderTest;
  /** File of an authority that has nothing to do with the server. */
  readonly otherCa: string;
  /** Issues a certificate for these names, which new connections get. */
  issue(names: readonly string[]): Promise<void>;
}

/** One thing that can be wrong where all else is right, and what has to be said of it. */
export interface Failure {
  /** As the table of what was proven has it. */
  readonly wrong: string;
  readonly stopsAt: Step;
  readonly code: string;
  /** How far each change goes through it: until it is told, or until it is mended too, which is the same for all; null leaves it to the long runs. */
  readonly quick: 'mended' | 'told' | null;
  /** Whose server it is: one for all, one of its own with Sealwire's certificate, or one by a file. */
  readonly server: 'shared' | 'own' | ServerFault;
  /** Makes it wrong; without it, the server already is. */
  spoil?(env: Record<string, string>, using: Spoiling): Promise<void> | void;
  /** Something that the cure says or has as its snippet. */
  cure(agent: AgentUnderTest): RegExp;
  /** Takes away on the side of Sealwire what `spoil` did there. */
  restore?(using: Spoiling): Promise<void>;
}

const WRONG_TOKEN = 'gWrongWrongWrongWrongWrongWrongWrongWrongWro';
/** `id:key` as Elasticsearch hands it out. No Elasticsearch is behind the endpoint, so it answers 503. */
const API_KEY = Buffer.from('VuaCfGcBCdbkQm-e5aOx:ui2lp2axTNmsyakw9tvNnw').toString('base64');
/** What the certificate of a workspace covers at first. */
const USUAL_NAMES = ['localhost', '127.0.0.1', '::1'];

/** Everything that an agent with a CA file and a token can fail at; the server that stops has a journey of its own. */
export const FAILURES: readonly Failure[] = [
  {
    wrong: 'no CA setting',
    stopsAt: 'trusted',
    code: 'CA_NOT_TRUSTED',
    quick: 'mended',
    server: 'shared',
    spoil: (env, { agent }) => {
      if (agent.distrust === undefined) delete env[dialectOf(agent).ca];
      else agent.distrust(env);
    },
    cure: trustCure,
  },
  {
    wrong: 'the file of another authority',
    stopsAt: 'trusted',
    code: 'CA_NOT_TRUSTED',
    quick: null,
    server: 'shared',
    spoil: (env, { agent, otherCa }) => trustOnly(agent, env, otherCa),
    cure: trustCure,
  },
  {
    wrong: 'a wrong token',
    stopsAt: 'authorised',
    code: 'TOKEN_WRONG',
    quick: 'told',
    server: 'shared',
    spoil: (env, { agent }) => {
      const { token, beforeToken } = dialectOf(agent);
      env[token] = `${beforeToken}${WRONG_TOKEN}`;
    },
    cure: (agent) => new RegExp(`${dialectOf(agent).token}=`),
  },
  {
    wrong: 'no token',
    stopsAt: 'authorised',
    code: 'TOKEN_MISSING',
    quick: null,
    server: 'shared',
    spoil: (env, { agent }) => {
      delete env[dialectOf(agent).token];
    },
    cure: (agent) => new RegExp(`${dialectOf(agent).token}=`),
  },
  {
    wrong: 'http:// in the server URL',
    stopsAt: 'encrypted',
    code: 'PLAIN_HTTP',
    quick: 'told',
    server: 'shared',
    spoil: (env, { agent }) => {
      const { url } = dialectOf(agent);
      env[url] = (env[url] ?? '').replace('https:', 'http:');
      agent.plain?.(env);
    },
    cure: (agent) => new RegExp(`${dialectOf(agent).url}=["']?https://localhost`),
  },
  {
    wrong: 'a server name that the certificate does not cover',
    stopsAt: 'trusted',
    code: 'NAME_NOT_COVERED',
    quick: null,
    server: 'own',
    spoil: (_env, { issue }) => issue(['127.0.0.1']),
    cure: () => /127\.0\.0\.1|localhost/,
    restore: ({ agent, issue }) => issue(agent.names ?? USUAL_NAMES),
  },
  {
    wrong: 'an expired certificate',
    stopsAt: 'trusted',
    code: 'CERTIFICATE_EXPIRED',
    quick: null,
    server: { days: -1, ssl: [] },
    cure: () => /Issue a new certificate/,
  },
  {
    wrong: 'a client certificate demanded',
    stopsAt: 'encrypted',
    code: 'CLIENT_CERTIFICATE_MISSING',
    quick: null,
    server: { days: 30, ssl: ['client_authentication: required', 'certificate_authorities: [CA]'] },
    cure: () => /client_authentication: optional/,
  },
  {
    wrong: '503: nobody can check the API key',
    stopsAt: 'authorised',
    code: 'API_KEY_UNCHECKED',
    quick: null,
    server: { days: 30, ssl: [] },
    spoil: (env, { agent }) => dialectOf(agent).useApiKey(env, API_KEY),
    cure: () => /token show/,
  },
];

/** Gives the agent this file of an authority in the place of every other. */
export function trustOnly(agent: AgentUnderTest, env: Record<string, string>, caPath: string): void {
  if (agent.trustOnly === undefined) env[dialectOf(agent).ca] = caPath;
  else agent.trustOnly(env, caPath);
}

function trustCure({ caVariable }: AgentUnderTest): RegExp {
  return typeof caVariable === 'string' ? new RegExp(`${caVariable}=`) : caVariable;
}
