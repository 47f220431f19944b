import { join } from 'node:path';
import type { FoundProject, ProjectFiles } from '../../definition.ts';
import { recognise as recogniseJava } from '../../java/project.ts';

const MANIFESTS = ['pom.xml', 'build.gradle', 'build.gradle.kts'];

/** The agents' jars, with or without a version in the name. */
export const AGENT = /^(opentelemetry|elastic-otel)-javaagent(?:-(\d[\w.]*))?\.jar$/;

/** Recognises a Java project that has one of the jars beside it or names OpenTelemetry in its manifest; any other is a project of Elastic's own agent. */
export function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const project = recogniseJava(folder, files);
  if (project === null) return null;
  const names = files.list(folder);
  const jar = names.find((name) => AGENT.test(name));
  const manifests = MANIFESTS.filter((name) => names.includes(name)).map(
    (name) => files.read(join(folder, name)) ?? '',
  );
  if (jar === undefined && !/\bio\.opentelemetry\b|\bco\.elastic\.otel\b/.test(manifests.join('\n'))) return null;
  const isElastic = jar?.startsWith('elastic') ?? manifests.join('\n').includes('co.elastic.otel');
  return { ...project, framework: isElastic ? 'edot' : 'agent', installed: true };
}
