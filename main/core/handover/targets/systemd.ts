import type { ServerPlan } from '../handover.ts';
import type { HandoverTarget } from '../handover-target.ts';
import { requestSteps, withReadme } from '../readme.ts';
import { certificateFiles, keystoreFile } from '../server-files.ts';
import type { SettingPlaces } from '../server-settings-tree.ts';
import { reference, serverYml, usualPlaces } from '../server-yml.ts';

/**
 * The deb and rpm packages: settings in `/etc/apm-server`, data in `/var/lib/apm-server`, user `apm-server` (elastic/apm-server, `packaging/nfpm.yml` and `packaging/files/linux/systemd.unit`). The
 * private key stays root's and reaches the service as a credential (systemd.exec(5), `LoadCredential=`), whose folder the service finds in a variable. The keystore cannot: a credential has mode 0400,
 * and the server takes nothing but 0600.
 */
export const systemd: HandoverTarget = {
  id: 'systemd',
  title: 'Linux package with systemd',
  audience: 'a server that was installed as a deb or rpm package',
  usualNames: [],
  tokenPlace: 'keystore',
  takesPassphrase: true,
  takesRequest: true,
  since: 7,
  places: placesOf,
  write: (plan, host) => {
    const passed = plan.clientAuthentication === 'none' ? '' : ' certs/clients-ca.crt';
    return withReadme('APM Server as a service of systemd', plan, {
      files: [
        { name: 'apm-server.yml', content: serverYml(plan, placesOf(plan)), isSecret: false },
        keystoreFile(plan, host),
        ...certificateFiles(plan),
        { name: 'apm-server.service.d/sealwire.conf', content: DROP_IN, isSecret: false },
      ],
      steps: [
        ...requestSteps(plan),
        'Install the settings: `sudo install -m 0600 -o apm-server -g apm-server apm-server.yml /etc/apm-server/apm-server.yml`. Say in it where Elasticsearch is.',
        'Install the keystore, with this mode and owner, or the server does not start: `sudo install -m 0600 -o apm-server -g apm-server data/apm-server.keystore /var/lib/apm-server/apm-server.keystore`.',
        `Install the certificate: \`sudo install -D -m 0644 -t /etc/apm-server/certs certs/apm-server.crt${passed}\`.`,
        'Install the key for root alone: `sudo install -D -m 0600 -o root -g root certs/apm-server.key /etc/apm-server/credentials/apm-server.key`. systemd hands it to the service and to nobody else.',
        'Install the drop-in: `sudo install -D -m 0644 apm-server.service.d/sealwire.conf /etc/systemd/system/apm-server.service.d/sealwire.conf`.',
        'Start the service anew: `sudo systemctl daemon-reload && sudo systemctl restart apm-server`; `journalctl -u apm-server` says what it does.',
        'Remove this folder from the machine, or keep it where only you can read it.',
      ],
      notes: [
        'Credentials need systemd 247 or later. To keep the key encrypted on the disk, use `systemd-creds encrypt` and LoadCredentialEncrypted (systemd 250).',
        'The keystore has no password: its key is known to everybody. What protects it is its mode and its owner.',
      ],
    });
  },
};

function placesOf(plan: ServerPlan): SettingPlaces {
  return usualPlaces(plan, { key: `${reference('CREDENTIALS_DIRECTORY')}/apm-server.key` });
}

const DROP_IN = `# Made by Sealwire. The private key belongs to root; the service alone is handed it.
[Service]
LoadCredential=apm-server.key:/etc/apm-server/credentials/apm-server.key
`;
