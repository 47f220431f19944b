import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Where Debian keeps the system's authorities, and Java's copy of them. */
export const DEBIAN = {
  anchors: '/usr/local/share/ca-certificates',
  hashed: '/etc/ssl/certs',
  bundle: '/etc/ssl/certs/ca-certificates.crt',
  javaCopy: '/etc/ssl/certs/java/cacerts',
} as const;

/** Everything of the system's store: files and links with their content, modes, what Java's copy holds, and how dpkg has the package that writes it. */
export function debianMachine(): Record<string, string> {
  const seen: Record<string, string> = {};
  for (const folder of [DEBIAN.anchors, DEBIAN.hashed]) {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const path = join(folder, name);
      const stats = lstatSync(path);
      if (stats.isSymbolicLink()) seen[path] = `-> ${readlinkSync(path)}`;
      else if (stats.isFile()) seen[path] = `${stats.mode.toString(8)} ${sum(readFileSync(path))}`;
    }
  }
  for (const [alias, print] of javaEntries()) seen[`java ${alias}`] = print;
  const { stdout } = spawnSync('dpkg-query', ['-s', 'ca-certificates-java'], { encoding: 'utf8' });
  seen['ca-certificates-java'] = /^Status: \S+ \S+ (\S+)$/m.exec(stdout)?.[1] ?? 'absent';
  return seen;
}

function javaEntries(): [string, string][] {
  if (!existsSync(DEBIAN.javaCopy)) return [];
  const named = ['-list', '-keystore', DEBIAN.javaCopy, '-storepass', 'changeit'];
  const { status, stdout } = spawnSync('keytool', named, { encoding: 'utf8' });
  // Cut short by a kill: a state like any other, which must not last.
  if (status !== 0) return [['copy', `unreadable: ${stdout.trim()}`]];
  return [...stdout.matchAll(/^(\S.*), \w{3} \d+, \d{4}, (\w+), ?\nCertificate fingerprint \(SHA-256\): (\S+)/gm)].map(
    ([, alias = '', kind = '', print = '']) => [alias, `${kind} ${print}`],
  );
}

function sum(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
