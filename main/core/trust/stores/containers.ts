import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { quoteBash } from '../../agents/quote/bash.ts';
import { quoteCompose } from '../../agents/quote/yaml.ts';
import { type OwnFiles, ownFilesStore, undoOwnFiles } from '../own-files-store.ts';
import type { Surroundings } from '../surroundings.ts';
import { mergedBundle } from '../system-authorities.ts';
import type { TrustStoreKind } from '../trust-store.ts';

const KIND = 'trust-containers';

/** Names of Compose files, first that is found (compose-spec, "The Compose application model"). */
const COMPOSE_FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];

const composeFile = z.looseObject({ services: z.record(z.string(), z.unknown()).default({}) });

/** Where the files lie in a container. */
const MOUNT = '/etc/sealwire';

/**
 * An override for Compose: it mounts the certificate where the base image's own tool finds it, and sets the variables of runtimes that are told by one, which also
 * works in images without a shell. Nothing of the project is changed.
 */
export const store: TrustStoreKind = {
  kind: KIND,
  isOwnFolder: true,
  find: async (around) => {
    const project = projectOf(around);
    const hasTool = ['docker', 'podman'].some((name) => around.program(name) !== null);
    return project === null && !hasTool ? [] : [ownFilesStore(around, filesOf(around, project))];
  },
  undo: undoOwnFiles,
};

interface Project {
  readonly file: string;
  readonly services: readonly string[];
}

function projectOf({ host, startedIn }: Surroundings): Project | null {
  for (const name of COMPOSE_FILES) {
    const text = host.disk.read(join(startedIn, name))?.toString();
    if (text === undefined) continue;
    try {
      return { file: name, services: Object.keys(composeFile.parse(parse(text)).services) };
    } catch {
      // Not a Compose file that can be read (YAMLParseError, ZodError): Compose itself will say so.
      return { file: name, services: [] };
    }
  }
  return null;
}

function filesOf(around: Surroundings, project: Project | null): OwnFiles {
  const services = project === null || project.services.length === 0 ? ['app'] : project.services;
  return {
    kind: KIND,
    id: 'containers',
    title: 'Containers, by an override for Compose',
    group: 'container',
    serves: services,
    isProven: false,
    files: ({ pem }) => [
      { name: 'ca.crt', content: pem },
      { name: 'bundle.pem', content: mergedBundle(around.host, undefined, pem) },
      { name: 'compose.sealwire.yaml', content: overrideOf(join(around.folder, 'containers'), services) },
    ],
    lines: (_authority, folder) => [
      {
        title:
          project === null
            ? 'Start a project with both files:'
            : `Start the project of ${around.startedIn} with both files:`,
        language: 'shell',
        content: `docker compose -f ${quoteBash(project?.file ?? 'compose.yaml')} -f ${quoteBash(join(folder, 'compose.sealwire.yaml'))} up\n`,
      },
      {
        title: 'In images with a tool for authorities, run it once in the container:',
        language: 'shell',
        content: `update-ca-certificates\n`,
      },
    ],
    readers: () => [],
    ownPart: () => 'Whether containers use them was not checked.',
  };
}

function overrideOf(folder: string, services: readonly string[]): string {
  const mount = (name: string, target: string): string =>
    `      - type: bind\n        source: ${quoteCompose(join(folder, name))}\n        target: ${target}\n        read_only: true\n`;
  const each = services.map(
    (service) =>
      `  ${quoteCompose(service)}:\n    volumes:\n${mount('ca.crt', '/usr/local/share/ca-certificates/sealwire.crt')}${mount('ca.crt', `${MOUNT}/ca.crt`)}${mount('bundle.pem', `${MOUNT}/bundle.pem`)}    environment:\n      NODE_EXTRA_CA_CERTS: ${MOUNT}/ca.crt\n      SSL_CERT_FILE: ${MOUNT}/bundle.pem\n      REQUESTS_CA_BUNDLE: ${MOUNT}/bundle.pem\n`,
  );
  return `# Made by Sealwire: containers trust its authority. Used beside the project's own file, which it does not change.\nservices:\n${each.join('')}`;
}
