import { posix, win32 } from 'node:path';
import { endOfLinks } from '../../host/end-of-links.ts';
import type { Surroundings } from '../surroundings.ts';
import { registeredJavas } from './registered-javas.ts';

/** One Java installation. */
export interface Java {
  readonly home: string;
  /** From its `release` file; null where that is missing. */
  readonly version: string | null;
  /** Its store of authorities, with every link followed; several installations can share one. */
  readonly keystore: string;
  readonly keytool: string | null;
}

/**
 * Every Java of this machine: `JAVA_HOME`, the one on the PATH, and the folders of distributions, macOS, Windows installers, SDKMAN, asdf and JetBrains, and
 * what installers wrote into the registry of Windows. Each installation once, by where its links end.
 */
export async function findJavas(around: Surroundings): Promise<readonly Java[]> {
  const { host } = around;
  const { join, dirname } = host.platform === 'win32' ? win32 : posix;
  const onPath = around.program(host.platform === 'win32' ? 'java.exe' : 'java');
  const homes = [
    ...(host.env.JAVA_HOME ? [host.env.JAVA_HOME] : []),
    ...(onPath === null ? [] : [dirname(dirname(endOfLinks(host, onPath)))]),
    ...placesOf(around).flatMap(({ folder, below }) =>
      host.disk.list(folder).map((name) => join(folder, name, ...below)),
    ),
    ...(await registeredJavas(around)),
  ];
  const found = homes.flatMap((home) => javaAt(around, home) ?? []);
  // The registry and the PATH write the same folder of Windows in letters of either kind.
  const named = (home: string): string => (host.platform === 'win32' ? home.toLowerCase() : home);
  return found.filter(({ home }, index) => found.findIndex((other) => named(other.home) === named(home)) === index);
}

function placesOf({ host }: Surroundings): readonly { readonly folder: string; readonly below: readonly string[] }[] {
  const { homeFolder, env, platform } = host;
  if (platform === 'win32') {
    const roots = [env.ProgramFiles ?? 'C:\\Program Files', env['ProgramFiles(x86)'] ?? 'C:\\Program Files (x86)'];
    const makers = ['Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu', 'Amazon Corretto', 'BellSoft'];
    return [
      ...roots.flatMap((root) => makers.map((maker) => ({ folder: win32.join(root, maker), below: [] }))),
      { folder: win32.join(homeFolder, '.jdks'), below: [] },
    ];
  }
  const own = [
    { folder: posix.join(homeFolder, '.sdkman/candidates/java'), below: [] },
    { folder: posix.join(homeFolder, '.asdf/installs/java'), below: [] },
    { folder: posix.join(homeFolder, '.jdks'), below: [] },
  ];
  return platform === 'darwin'
    ? [
        { folder: '/Library/Java/JavaVirtualMachines', below: ['Contents', 'Home'] },
        { folder: posix.join(homeFolder, 'Library/Java/JavaVirtualMachines'), below: ['Contents', 'Home'] },
        ...own,
      ]
    : [
        { folder: '/usr/lib/jvm', below: [] },
        { folder: '/usr/lib64/jvm', below: [] },
        { folder: '/usr/java', below: [] },
        ...own,
      ];
}

function javaAt(around: Surroundings, at: string): Java | null {
  const { host } = around;
  const { join } = host.platform === 'win32' ? win32 : posix;
  const home = endOfLinks(host, at);
  // Java 8 has its parts in a folder `jre`.
  const stores = [join(home, 'lib', 'security', 'cacerts'), join(home, 'jre', 'lib', 'security', 'cacerts')];
  const keystore = stores
    .map((path) => endOfLinks(host, path))
    .find((path) => host.disk.facts(path)?.isFolder === false);
  if (keystore === undefined) return null;
  const keytool = join(home, 'bin', host.platform === 'win32' ? 'keytool.exe' : 'keytool');
  return {
    home,
    version: /^JAVA_VERSION="([^"]+)"/m.exec(host.disk.read(join(home, 'release'))?.toString() ?? '')?.[1] ?? null,
    keystore,
    keytool: host.disk.facts(keytool) === null ? null : keytool,
  };
}
