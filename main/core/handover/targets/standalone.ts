import type { HandoverTarget } from '../handover-target.ts';
import { requestSteps, withReadme } from '../readme.ts';
import { certificateFiles, keystoreFile } from '../server-files.ts';
import { serverYml, usualPlaces } from '../server-yml.ts';

/** The binary in a folder of its own, which is its home (`path.home`): settings beside it, keystore in `data`, as it looks for them by itself (reference F). */
export const standalone: HandoverTarget = {
  id: 'standalone',
  title: 'APM Server binary',
  audience: 'a server that is started from a folder',
  usualNames: [],
  tokenPlace: 'keystore',
  takesPassphrase: true,
  takesRequest: true,
  since: 7,
  places: (plan) => usualPlaces(plan),
  write: (plan, host) =>
    withReadme('APM Server from this folder', plan, {
      files: [
        { name: 'apm-server.yml', content: serverYml(plan, usualPlaces(plan)), isSecret: false },
        keystoreFile(plan, host),
        ...certificateFiles(plan),
      ],
      steps: [
        'Copy this folder to the server’s machine, for example `rsync -a ./ HOST:/opt/apm-server-config/`. Everything in it must belong to the user that the server runs as: `chown -R apm-server: /opt/apm-server-config`.',
        ...requestSteps(plan),
        'Keep the modes: `chmod 600 data/apm-server.keystore certs/apm-server.key`. The server does not start with a keystore that others may read, or that belongs to somebody else than its user or root.',
        'Say in `apm-server.yml` where Elasticsearch is, and keep its credentials in the keystore: `sealwire server keystore add data/apm-server.keystore ES_API_KEY`.',
        'Start the server with this folder as its home: `apm-server -e --path.home /opt/apm-server-config`.',
      ],
      notes: [
        'The keystore has no password: its key is known to everybody. What protects it is its mode and its owner.',
      ],
    }),
};
