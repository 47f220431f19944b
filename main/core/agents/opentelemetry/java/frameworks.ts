import type { Framework, Wiring } from '../../definition.ts';
import { CONTAINER_CA_FILE } from '../../forms/container.ts';
import { SERVICE_CA_FILE } from '../../forms/systemd.ts';

/** Maven coordinates of the agents as jars: OpenTelemetry's own, and Elastic's distribution of it. */
const ARTIFACTS: Readonly<Record<string, string>> = {
  agent: 'io.opentelemetry.javaagent:opentelemetry-javaagent',
  edot: 'co.elastic.otel:elastic-otel-javaagent',
};

/** The ways to bring OpenTelemetry into a Java application. */
export const frameworks: readonly Framework[] = [
  {
    id: 'agent',
    title: 'OpenTelemetry Java agent',
    markers: ['opentelemetry-javaagent'],
    start: 'java -jar app.jar',
    install: getJar('agent'),
  },
  {
    id: 'edot',
    title: 'EDOT Java',
    markers: ['elastic-otel-javaagent'],
    start: 'java -jar app.jar',
    install: getJar('edot'),
  },
];

/** Coordinates of the jar. Elastic's distribution counts for itself, so of that it is the newest, as Gradle calls it. */
export function coordinates(
  { id }: Pick<Framework, 'id'>,
  { agentVersion }: Pick<Wiring, 'agentVersion'>,
): { readonly artifact: string; readonly version: string } {
  return { artifact: ARTIFACTS[id] ?? '', version: id === 'edot' ? 'latest.release' : agentVersion };
}

/** Name of the jar once its version is taken off. */
export function jarName({ id }: Pick<Framework, 'id'>): string {
  return `${ARTIFACTS[id]?.split(':')[1] ?? ''}.jar`;
}

/** Where the jar lies for the program that loads it: in a container and under systemd it has a path of its own, on this machine it is where the application is started. */
export function jarPath(framework: Framework, { caFile }: Wiring): string {
  if (caFile === CONTAINER_CA_FILE) return `/${jarName(framework)}`;
  return caFile === SERVICE_CA_FILE ? `/usr/local/lib/${jarName(framework)}` : jarName(framework);
}

function getJar(id: string): string {
  return `mvn dependency:copy -Dartifact=${ARTIFACTS[id]}:LATEST -DoutputDirectory=. -Dmdep.stripVersion=true`;
}
