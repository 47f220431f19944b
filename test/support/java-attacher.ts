import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOnce } from './install-once.ts';

const VERSION = '1.52.0';
const PROJECT = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>example.test</groupId>
  <artifactId>shop</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>co.elastic.apm</groupId>
      <artifactId>apm-agent-attach</artifactId>
      <version>${VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:2.8:copy-dependencies';

/** A folder with the jars by which an application attaches the real Java agent to itself, from Maven Central, installed once; null, and said loudly, where they cannot be had. */
export function javaAttacher(): { readonly folder: string; readonly version: string } | null {
  try {
    const folder = installOnce('agents', 'java-attach', PROJECT, (target) => {
      writeFileSync(join(target, 'pom.xml'), PROJECT);
      const args = ['--batch-mode', '--quiet', COPY, `-DoutputDirectory=${target}`];
      execFileSync('mvn', args, { cwd: target, stdio: ['ignore', 'ignore', 'pipe'], timeout: 600_000 });
    });
    return { folder, version: VERSION };
  } catch (error) {
    console.warn(`SKIPPED: the test that attaches the Java agent in code: ${String(error)}`);
    return null;
  }
}
