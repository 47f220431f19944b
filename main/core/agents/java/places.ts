import type { Wiring } from '../definition.ts';
import { CONTAINER_CA_FILE } from '../forms/container.ts';
import { SERVICE_CA_FILE } from '../forms/systemd.ts';

/** Where the agent's jar and the truststore lie, for the program that reads them. */
export interface Places {
  readonly jar: string;
  readonly truststore: string;
}

/** Name of the jar once its version is taken off, as the agent's own images have it. */
export const JAR = 'elastic-apm-agent.jar';

/** Beside the CA file, in a form that Java reads. */
export function truststoreBeside(caFile: string): string {
  return caFile.replace(/[^\\/]*$/, 'truststore.jks');
}

/** In a container and under systemd the jar has a path of its own; on this machine it lies where the application is started. */
export function placesIn({ caFile }: Wiring): Places {
  const truststore = truststoreBeside(caFile);
  if (caFile === CONTAINER_CA_FILE) return { jar: `/${JAR}`, truststore };
  if (caFile === SERVICE_CA_FILE) return { jar: `/usr/local/lib/${JAR}`, truststore };
  return { jar: JAR, truststore };
}
