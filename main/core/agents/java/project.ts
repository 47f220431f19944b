import { basename, join } from 'node:path';
import type { FoundProject, Framework, ProjectFiles } from '../definition.ts';
import { serviceNameFrom } from '../service-name.ts';
import { frameworks } from './frameworks.ts';

const MANIFESTS = ['pom.xml', 'build.gradle', 'build.gradle.kts'];

/** Recognises a folder with a manifest of Maven or Gradle, and its framework by what the manifest names. */
export function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const names = files.list(folder);
  const present = MANIFESTS.filter((name) => names.includes(name));
  if (present.length === 0) return null;
  const manifests = present.map((name) => files.read(join(folder, name)) ?? '').join('\n');
  const framework = frameworkOf(manifests);
  const settings = names.filter((name) => /^settings\.gradle(\.kts)?$/.test(name));
  const naming = [manifests, ...settings.map((name) => files.read(join(folder, name)) ?? '')].join('\n');
  return {
    name: projectName(naming) ?? serviceNameFrom(basename(folder)) ?? 'java-app',
    framework: framework.id,
    installed: /co\.elastic\.apm\b/.test(manifests) || names.some((name) => /^elastic-apm-agent.*\.jar$/.test(name)),
    start: startOf(framework, names),
  };
}

function frameworkOf(manifests: string): Framework {
  const framework =
    frameworks.find(({ markers }) => markers.some((marker) => manifests.includes(marker))) ??
    frameworks.find(({ id }) => id === 'jar');
  if (framework === undefined) throw new Error('the definition of java names no framework for plain jars');
  return framework;
}

/** The artifact of a pom, which may have a parent with one of its own, or the root project of Gradle. */
function projectName(text: string): string | null {
  const own = text.replace(/<(parent|dependencies|dependencyManagement|build|profiles)>[\s\S]*?<\/\1>/g, '');
  const name =
    /<artifactId>\s*([^<\s]+)\s*<\/artifactId>/.exec(own)?.[1] ??
    /rootProject\.name\s*=\s*["']([^"']+)["']/.exec(text)?.[1];
  return name === undefined ? null : serviceNameFrom(name);
}

/** With the wrapper where the project has one; what Spring Boot and Quarkus call running the sources. */
function startOf(framework: Framework, names: readonly string[]): string {
  const isMaven = names.includes('pom.xml');
  const tool = isMaven
    ? names.includes('mvnw')
      ? './mvnw'
      : 'mvn'
    : names.includes('gradlew')
      ? './gradlew'
      : 'gradle';
  if (framework.id === 'spring') return `${tool} ${isMaven ? 'spring-boot:run' : 'bootRun'}`;
  if (framework.id === 'quarkus') return `${tool} ${isMaven ? 'quarkus:dev' : 'quarkusDev'}`;
  return framework.start;
}
