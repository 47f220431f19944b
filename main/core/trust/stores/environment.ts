import { join } from 'node:path';
import { quoteBash } from '../../agents/quote/bash.ts';
import { quotePwsh } from '../../agents/quote/pwsh.ts';
import { type OwnFiles, ownFilesStore, undoOwnFiles } from '../own-files-store.ts';
import type { Surroundings } from '../surroundings.ts';
import { addedFile, mergedBundle } from '../system-authorities.ts';
import { FETCHING_PROGRAMS, STORE_VARIABLES } from '../system-readers.ts';
import type { StoreReader, TrustStoreKind } from '../trust-store.ts';

const KIND = 'trust-environment';

/** A runtime that is told by variables; `adds` says that its variable leaves everything else trusted, where others replace it. */
interface Runtime {
  readonly id: string;
  readonly title: string;
  readonly program: string;
  readonly variables: readonly string[];
  readonly adds: boolean;
}

/**
 * Sources: nodejs.org/api/cli (NODE_EXTRA_CA_CERTS is read once at start), OpenSSL's and Go's SSL_CERT_FILE, requests' and curl's documentation, git-config(1),
 * Cargo's and Deno's books, the AWS CLI's user guide. What replaces gets a merged file.
 */
const RUNTIMES: readonly Runtime[] = [
  { id: 'node', title: 'Node.js', program: 'node', variables: ['NODE_EXTRA_CA_CERTS'], adds: true },
  {
    id: 'python',
    title: 'Python',
    program: 'python3',
    variables: ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE'],
    adds: false,
  },
  { id: 'curl', title: 'curl', program: 'curl', variables: ['CURL_CA_BUNDLE'], adds: false },
  { id: 'git', title: 'Git', program: 'git', variables: ['GIT_SSL_CAINFO'], adds: false },
  { id: 'go', title: 'Go', program: 'go', variables: ['SSL_CERT_FILE'], adds: false },
  { id: 'ruby', title: 'Ruby', program: 'ruby', variables: ['SSL_CERT_FILE'], adds: false },
  { id: 'php', title: 'PHP', program: 'php', variables: ['SSL_CERT_FILE'], adds: false },
  { id: 'cargo', title: 'Cargo', program: 'cargo', variables: ['CARGO_HTTP_CAINFO'], adds: false },
  { id: 'deno', title: 'Deno', program: 'deno', variables: ['DENO_CERT'], adds: true },
  { id: 'aws', title: 'AWS CLI', program: 'aws', variables: ['AWS_CA_BUNDLE'], adds: false },
];

/** Go reads no variable on macOS and Windows, where it asks the system. */
const ONLY_LINUX: ReadonlySet<string> = new Set(['go']);

/** Runtimes of this machine that can be told by a variable, for those that have no other way or shall not be trusted system-wide. */
export const store: TrustStoreKind = {
  kind: KIND,
  isOwnFolder: true,
  find: async (around) =>
    RUNTIMES.filter(({ id }) => around.host.platform === 'linux' || !ONLY_LINUX.has(id)).flatMap((runtime) => {
      const program = around.program(around.host.platform === 'win32' ? `${runtime.program}.exe` : runtime.program);
      return program === null ? [] : [ownFilesStore(around, filesOf(around, runtime, program))];
    }),
  undo: undoOwnFiles,
};

function filesOf(around: Surroundings, runtime: Runtime, program: string): OwnFiles {
  const { host } = around;
  const { variables, adds, title } = runtime;
  const name = adds ? 'ca.pem' : 'bundle.pem';
  return {
    kind: KIND,
    id: `env:${runtime.id}`,
    title: `${title}, by ${variables.join(' and ')}`,
    group: 'environment',
    serves: [title],
    isProven: host.platform === 'linux',
    files: ({ pem }) => {
      const present = variables.map((each) => host.env[each]).find((path) => path && !path.startsWith(around.folder));
      return [{ name, content: adds ? addedFile(host, present, pem) : mergedBundle(host, present, pem) }];
    },
    lines: (_authority, folder) => [
      {
        title: `Set ${variables.length === 1 ? 'this' : 'these'} where ${title} is started:`,
        language: 'shell',
        content: `${variables.map((each) => setLine(host.platform, each, join(folder, name))).join('\n')}\n`,
      },
    ],
    readers: (folder) => readersOf(runtime, program, join(folder, name)),
    ownPart: (folder) => {
      const unset = variables.filter((each) => host.env[each] !== join(folder, name));
      if (unset.length === 0) return `${variables.join(' and ')} lead${variables.length === 1 ? 's' : ''} there.`;
      return `${unset.join(' and ')} ${unset.length === 1 ? 'is' : 'are'} not set to them where Sealwire runs.`;
    },
  };
}

function setLine(platform: NodeJS.Platform, variable: string, path: string): string {
  return platform === 'win32' ? `$env:${variable} = ${quotePwsh(path)}` : `export ${variable}=${quoteBash(path)}`;
}

/** The program with the variables set as the lines say, and without any other that leads to authorities. */
function readersOf({ program: name, variables }: Runtime, program: string, path: string): StoreReader[] {
  const known = FETCHING_PROGRAMS.find((each) => each.program === name);
  if (known === undefined) return [];
  const without = Object.fromEntries(STORE_VARIABLES.map((each) => [each, undefined]));
  const set = Object.fromEntries(variables.map((each) => [each, path]));
  const fetch: StoreReader['fetch'] = (url, folder) => {
    const { args, env } = known.fetch(url, folder);
    return { args, env: { ...without, ...env, NODE_USE_SYSTEM_CA: undefined, ...set } };
  };
  return [{ client: known.client, program, versionArgs: known.versionArgs, fetch }];
}
