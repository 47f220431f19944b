import type { Block, Wiring } from '../definition.ts';
import { typed } from '../forms/env.ts';
import { SHELLS } from '../shell-dialect.ts';
import { fillTemplate } from '../template.ts';
import { isOlder } from '../version.ts';
import { trustLine } from './environment.ts';

const RELEASES = 'https://github.com/elastic/apm-agent-php/releases/download';
const CONTAINERS = ['docker', 'compose', 'kubernetes'];

/** Name that the CA file has beside a Dockerfile. */
const COPY = 'sealwire-ca.pem';

/** Name of the Debian package of a version; up to 1.10 it did not name the processor (docs/release-notes/index.md, "1.11.0"). */
export function packageName(version: string): string {
  return `apm-agent-php_${version}_${isOlder(version, '1.11.0') ? 'all' : 'amd64'}.deb`;
}

/** The line that fetches and installs the agent on Debian and its kind. */
export function installLines(version: string): readonly string[] {
  const name = packageName(version);
  return [`curl -fLO ${RELEASES}/v${version}/${name}`, `sudo dpkg -i ${name}`];
}

/** The extension and the authority: on a machine by its package and its store, in a container by the image. */
export function setUp(as: string, wiring: Wiring): readonly Block[] {
  if (CONTAINERS.includes(as)) {
    return [
      { title: 'Put the authority beside the Dockerfile', ...typed(copyLine(wiring)) },
      {
        title: 'Bring the agent and the authority into the image',
        path: null,
        language: 'dockerfile',
        content: imageLines(wiring),
        isCommand: false,
      },
    ];
  }
  return [
    { title: 'Install the agent', ...typed(installLines(wiring.agentVersion).join('\n')) },
    { title: 'Let this machine trust the authority', ...typed(trustLine(wiring)) },
  ];
}

function imageLines({ agentVersion }: Wiring): string {
  const name = packageName(agentVersion);
  const agent = fillTemplate('php/image.dockerfile', { URL: `${RELEASES}/v${agentVersion}/${name}`, PACKAGE: name });
  return `${agent}${imageTrustLines()}`;
}

/** Lines of a Dockerfile that put the authority, from a copy beside it, into the store of the image. */
export function imageTrustLines(): string {
  return fillTemplate('php/image-trust.dockerfile', { CA_FILE: COPY });
}

/** The line that puts a copy of the authority beside a Dockerfile. */
export function copyLine({ caFile, shell }: Wiring): string {
  const copy = shell === 'pwsh' ? 'Copy-Item' : shell === 'cmd' ? 'copy' : 'cp';
  return `${copy} ${SHELLS[shell].argument(caFile)} ${COPY}`;
}
