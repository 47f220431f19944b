import type { AgentDefinition, Framework, Wiring } from '../definition.ts';
import { isLoopback } from '../server-origin.ts';

/** Where a container finds the CA file: mounted there by every container form. */
export const CONTAINER_CA_FILE = '/run/sealwire/ca.pem';

/** The name by which a container reaches the machine it runs on; Docker Desktop knows it, Docker Engine is told by `host-gateway`. */
export const CONTAINER_HOST = 'host.docker.internal';

/** The values as a container sees them: its own `localhost` is not this machine, and it sees only the files that are mounted. */
export function seenFromContainer(wiring: Wiring): Wiring {
  const url = new URL(wiring.url);
  if (isLoopback(wiring.url)) url.hostname = CONTAINER_HOST;
  return { ...wiring, url: url.origin, caFile: CONTAINER_CA_FILE };
}

/** What must hold on this machine's side before a container can reach the endpoint; nothing where the server is another machine. */
export function reachabilityNotes(wiring: Wiring, client: string): readonly string[] {
  if (!isLoopback(wiring.url)) return [];
  return [
    `${client} reaches this machine as ${CONTAINER_HOST}, not as localhost. Let the endpoint listen there: sealwire up --host <address of the container network's gateway>, often 172.17.0.1.`,
    `The server certificate must name ${CONTAINER_HOST}; issue one that does on the Certificates screen.`,
  ];
}

/** The command that loads the agent, as a list of words; null where the image's own command needs no change. */
export function changedCommand(agent: AgentDefinition, framework: Framework): string | null {
  const command = agent.startCommand(framework);
  if (command === framework.start) return null;
  return `[${command
    .split(' ')
    .map((word) => JSON.stringify(word))
    .join(', ')}]`;
}
