import { join } from 'node:path';
import type { Surroundings } from './surroundings.ts';
import type { StoreReader } from './trust-store.ts';

/** A program that can fetch a URL, and how. */
export interface FetchingProgram {
  readonly client: string;
  readonly program: string;
  readonly versionArgs: readonly string[];
  readonly fetch: StoreReader['fetch'];
  /** Of the system store alone; the variables serve older versions too. */
  readonly whyUnable?: StoreReader['whyUnable'];
}

/** Variables that make programs look elsewhere than in the system store; taken out when that is what is to be judged. */
export const STORE_VARIABLES = [
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'CURL_CA_BUNDLE',
  'REQUESTS_CA_BUNDLE',
  'NODE_EXTRA_CA_CERTS',
  'GIT_SSL_CAINFO',
] as const;

const PYTHON =
  'import sys, urllib.request as r; r.build_opener(r.ProxyHandler({})).open(sys.argv[1], timeout=20).read()';
const NODE =
  "require('https').get(process.argv[1], (answer) => answer.resume()).on('error', (e) => { console.error(e.code); process.exit(1) })";
const RUBY =
  'u = URI(ARGV[0]); Net::HTTP.start(u.host, u.port, nil, nil, nil, nil, use_ssl: true) { |h| h.get(u.path) }';

/**
 * Programs that are asked for a page to see what they trust. The Go entry is the `go` command itself, which fetches modules with Go's own TLS and needs
 * nothing compiled.
 */
export const FETCHING_PROGRAMS: readonly FetchingProgram[] = [
  {
    client: 'curl',
    program: 'curl',
    versionArgs: ['--version'],
    fetch: (url, folder) => ({
      args: ['-sS', '-o', join(folder, 'page'), '--max-time', '20', '--noproxy', '*', url],
    }),
  },
  {
    client: 'Wget',
    program: 'wget',
    versionArgs: ['--version'],
    fetch: (url, folder) => ({
      args: ['-q', '-O', join(folder, 'page'), '--no-proxy', '--tries=1', '--timeout=20', url],
    }),
  },
  {
    client: 'Python',
    program: 'python3',
    versionArgs: ['--version'],
    fetch: (url) => ({ args: ['-c', PYTHON, url] }),
  },
  {
    client: 'Node.js',
    program: 'node',
    versionArgs: ['--version'],
    // Node reads the system store only when it is told to (22.15 and 24.6 brought the variable).
    fetch: (url) => ({ args: ['-e', NODE, url], env: { NODE_USE_SYSTEM_CA: '1' } }),
    whyUnable: oldNode,
  },
  {
    client: 'Go',
    program: 'go',
    versionArgs: ['version'],
    fetch: (url, folder) => ({
      args: ['list', '-m', 'sealwire.invalid/check@v1.0.0'],
      env: {
        GOPROXY: url,
        GONOSUMDB: '*',
        GONOPROXY: 'none',
        GOPRIVATE: '',
        GOINSECURE: '',
        GOENV: 'off',
        GOFLAGS: '-mod=mod',
        GOWORK: 'off',
        GOTOOLCHAIN: 'local',
        GOMODCACHE: join(folder, 'modules'),
        GOCACHE: join(folder, 'cache'),
      },
    }),
  },
  {
    client: 'Ruby',
    program: 'ruby',
    versionArgs: ['--version'],
    fetch: (url) => ({ args: ['-rnet/http', '-ruri', '-e', RUBY, url] }),
  },
  {
    client: 'PHP',
    program: 'php',
    versionArgs: ['--version'],
    fetch: (url) => ({ args: ['-r', 'exit(@file_get_contents($argv[1]) === false ? 1 : 0);', url] }),
  },
  {
    client: 'Git',
    program: 'git',
    versionArgs: ['--version'],
    fetch: (url) => ({ args: ['-c', 'http.proxy=', 'ls-remote', url], env: { GIT_TERMINAL_PROMPT: '0' } }),
  },
];

/** The programs of this machine that read its system store. */
export function systemReaders(around: Surroundings): StoreReader[] {
  const without = Object.fromEntries(STORE_VARIABLES.map((name) => [name, undefined]));
  return FETCHING_PROGRAMS.flatMap(({ client, program, versionArgs, fetch, whyUnable }) => {
    const path = around.program(around.host.platform === 'win32' ? `${program.replace(/3$/, '')}.exe` : program);
    if (path === null) return [];
    const plain: StoreReader['fetch'] = (url, folder) => {
      const { args, env } = fetch(url, folder);
      return { args, env: { ...without, ...env } };
    };
    return [{ client, program: path, versionArgs, fetch: plain, ...(whyUnable === undefined ? {} : { whyUnable }) }];
  });
}

function oldNode(client: string): string | null {
  const [, major = '', minor = ''] = /(\d+)\.(\d+)/.exec(client) ?? [];
  const isOld = major !== '' && (Number(major) < 22 || (major === '22' && Number(minor) < 15));
  return isOld
    ? 'Node.js reads the store of the system from version 22.15 on; this one takes NODE_EXTRA_CA_CERTS alone.'
    : null;
}
