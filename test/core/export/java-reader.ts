import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compiledJava, type JavaRuntime, javaRuntimes } from '../../support/java-runtimes.ts';

/** An entry of a keystore, as Java sees it. */
export interface JavaEntry {
  readonly alias: string;
  readonly kind: 'key' | 'trusted';
  readonly digest: string;
  readonly chain: number;
}

/** One Java that opens keystores and makes requests with them. */
export interface JavaReader {
  readonly runtime: JavaRuntime;
  /** Opens each by itself; where Java refuses one, what it says. */
  list(stores: readonly { type: string; path: string; passphrase: string | null }[]): (readonly JavaEntry[] | string)[];
  /** Status of a request, or what Java says against it; `properties` are the JVM's, without `-D`. */
  fetch(url: string, properties: Readonly<Record<string, string>>): Promise<string>;
  keytool(...args: string[]): { readonly status: number | null; readonly stdout: string };
}

const SOURCE = join(import.meta.dirname, 'fixtures', 'StoreReader.java');

const run = promisify(execFile);

/** Every Java that there is, and why there is none. */
export function javaReaders(): { readonly readers: readonly JavaReader[]; readonly problem: string } {
  const runtimes = javaRuntimes();
  const classes = compiledJava(SOURCE, runtimes);
  if (classes === null) return { readers: [], problem: 'this machine lacks a JDK with javac' };
  return { readers: runtimes.map((runtime) => readerOf(runtime, classes)), problem: '' };
}

function readerOf(runtime: JavaRuntime, classes: string): JavaReader {
  const command = ['-Xshare:auto', '-XX:TieredStopAtLevel=1', '-cp', classes];
  return {
    runtime,
    list(stores) {
      const input = stores
        .map(({ type, path, passphrase }) => [type, path, passphrase === null ? '-' : base64(passphrase)].join('\t'))
        .join('\n');
      const { stdout, stderr } = spawnSync(runtime.java, [...command, 'StoreReader', 'list'], {
        input,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      const answers = stdout.split(/^\.\n/m).slice(0, -1);
      if (answers.length !== stores.length) throw new Error(`Java failed: ${stderr}`);
      return answers.map(entriesOf);
    },
    async fetch(url, properties) {
      const settings = Object.entries(properties).map(([name, value]) => `-D${name}=${value}`);
      const { stdout } = await run(runtime.java, [...settings, ...command, 'StoreReader', 'fetch', url]);
      return stdout.trim();
    },
    keytool: (...args) => spawnSync(runtime.keytool, args, { encoding: 'utf8', input: '' }),
  };
}

function entriesOf(answer: string): readonly JavaEntry[] | string {
  if (answer.startsWith('! ')) return answer.trim();
  return answer.split('\n').flatMap((line) => {
    const [name, kind, digest = '', chain] = line.split('\t');
    if (name === undefined || (kind !== 'key' && kind !== 'trusted')) return [];
    const alias = Buffer.from(name, 'base64').swap16().toString('utf16le');
    return [{ alias, kind, digest, chain: Number(chain) }];
  });
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
