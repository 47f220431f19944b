import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { whyNoBrowser } from '../../support/browser.ts';
import { clientCertificate, olderAuthority, revokedCertificate } from '../../support/fake-ui-authorities.ts';
import type { Scene } from '../../support/fake-ui-core.ts';
import { agents, centralEntry, endpoint, interruptedEntry, keyring, noKeyring } from '../../support/fake-ui-data.ts';
import { containersStore } from '../../support/fake-ui-trust.ts';
import { commandEntry } from '../../support/fake-ui-undo.ts';
import type { ServedUi } from '../../support/served-ui.ts';
import { useScenes } from './open-scene.ts';

const FOLDER = join(import.meta.dirname, '..', 'screens');
const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
];
/** What 200 % zoom leaves of the two. */
const ZOOMED = [
  { width: 640, height: 400 },
  { width: 450, height: 300 },
];

const APPLY = '/connect/python?do=apply';

interface Shown {
  readonly name: string;
  readonly scene: Scene;
  readonly path: string;
  /** Text that stands there once everything is loaded. */
  readonly shows: string;
  readonly change?: (ui: ServedUi) => void;
}

const SCREENS: readonly Shown[] = [
  { name: 'first-run', scene: 'first-run', path: '/', shows: 'Listens on' },
  {
    name: 'first-run-choices',
    scene: 'first-run',
    path: '/',
    shows: 'Use port 8201',
    change: ({ core }) => {
      const portProblem = {
        message: 'Port 8200 on 127.0.0.1 is taken by apm-server (process 812).',
        fix: 'Stop that program, or use the next free port.',
        nextFree: 8201,
      };
      core.world.plan = { ...core.world.plan, vault: noKeyring, portProblem };
    },
  },
  { name: 'home', scene: 'living', path: '/', shows: 'Stopped at trusted' },
  { name: 'home-empty', scene: 'empty', path: '/', shows: 'No service yet' },
  { name: 'home-probe', scene: 'empty', path: '/?do=probe', shows: '128 transactions' },
  {
    name: 'home-stopped',
    scene: 'living',
    path: '/',
    shows: 'Use any free port',
    change: ({ core }) => {
      const problem = {
        code: 'PORT_TAKEN',
        message: 'Port 8200 on 127.0.0.1 is taken by apm-server (process 812).',
        fix: 'Stop that program, or use the next free port: `sealwire up --port 8201`.',
      };
      core.world.status = { ...core.world.status, endpoint: { ...endpoint, listening: false, since: null, problem } };
    },
  },
  { name: 'connect', scene: 'living', path: '/connect', shows: '/home/ada/shop-api' },
  { name: 'connect-check', scene: 'living', path: '/connect/check', shows: 'It stays on this machine' },
  { name: 'connect-waiting', scene: 'empty', path: '/connect/nodejs', shows: 'Start the application' },
  { name: 'connect-failed', scene: 'living', path: '/connect/python?service=shop-api', shows: 'flask run' },
  { name: 'connect-apply', scene: 'living', path: `${APPLY}&service=web`, shows: 'ELASTIC_APM_SERVICE_NAME' },
  { name: 'connect-apply-nowhere', scene: 'living', path: `${APPLY}&folder=%2Fempty`, shows: 'There is no file in' },
  { name: 'connect-reporting', scene: 'living', path: '/connect/nodejs?service=shop-web', shows: 'is reporting.' },
  { name: 'service', scene: 'living', path: '/service/shop-web', shows: 'GET /orders/:id' },
  {
    name: 'service-configured',
    scene: 'living',
    path: '/service/shop-web?environment=development',
    shows: 'received at',
    change: ({ core }) => {
      core.world.configuration = [centralEntry];
    },
  },
  { name: 'service-failed', scene: 'living', path: '/service/shop-api', shows: 'Copy fix' },
  { name: 'traffic', scene: 'living', path: '/traffic', shows: 'Reporting, still open' },
  { name: 'traffic-empty', scene: 'empty', path: '/traffic', shows: 'curl --cacert' },
  { name: 'attempt', scene: 'living', path: '/attempt/att-7', shows: 'Request headers' },
  { name: 'attempt-failed', scene: 'living', path: '/attempt/att-8', shows: 'Client hello' },
  { name: 'attempt-missing', scene: 'living', path: '/attempt/gone', shows: 'There is no attempt' },
  { name: 'certificates', scene: 'living', path: '/certificates', shows: '22 days left' },
  { name: 'certificates-issue', scene: 'living', path: '/certificates?do=issue', shows: 'the Android emulator' },
  { name: 'certificates-request', scene: 'living', path: '/certificates?do=issue&for=csr', shows: 'never sees it' },
  {
    name: 'certificates-many',
    scene: 'living',
    path: '/certificates?do=issue&for=many',
    shows: 'One certificate a line',
  },
  { name: 'certificates-empty', scene: 'empty', path: '/certificates', shows: 'No client certificate' },
  {
    name: 'certificates-lived',
    scene: 'living',
    path: '/certificates',
    shows: 'Earlier certificates',
    change: ({ core }) => {
      const { status } = core.world;
      core.world.status = {
        ...status,
        authorities: [...status.authorities, olderAuthority],
        certificates: [...status.certificates, clientCertificate, revokedCertificate],
      };
    },
  },
  {
    name: 'certificates-export',
    scene: 'living',
    path: '/certificates?do=export&id=leaf-1',
    shows: 'A keystore with certificate and key',
  },
  {
    name: 'certificates-export-many',
    scene: 'living',
    path: '/certificates?do=export-many',
    shows: 'In which formats',
  },
  {
    name: 'certificates-export-authority',
    scene: 'living',
    path: '/certificates?do=export-authority',
    shows: 'Android app',
  },
  { name: 'certificates-revoke', scene: 'living', path: '/certificates?do=revoke&id=leaf-0', shows: 'for good' },
  { name: 'authority-new', scene: 'living', path: '/certificates?do=new-authority', shows: 'Two tiers' },
  { name: 'authority-import', scene: 'living', path: '/certificates?do=import', shows: 'Or paste PEM' },
  { name: 'tokens', scene: 'living', path: '/tokens', shows: 'shop-web' },
  { name: 'tokens-rotate', scene: 'living', path: '/tokens?do=rotate', shows: 'A new token becomes' },
  { name: 'trust', scene: 'living', path: '/trust', shows: 'Android emulator' },
  {
    name: 'trust-nowhere',
    scene: 'living',
    path: '/trust',
    shows: 'No trust store was found',
    change: ({ core }) => {
      core.world.trust = [];
    },
  },
  {
    name: 'trust-leftovers',
    scene: 'living',
    path: '/trust',
    shows: 'Not finished',
    change: ({ core }) => {
      core.world.ledger = [...core.world.ledger, interruptedEntry];
      core.world.trust = [...core.world.trust, containersStore];
    },
  },
  { name: 'trust-store', scene: 'living', path: '/trust?store=system', shows: 'To trust the authority here' },
  { name: 'hand-over-empty', scene: 'living', path: '/hand-over', shows: 'No name of the server yet' },
  { name: 'hand-over', scene: 'living', path: '/hand-over?target=compose', shows: 'docker compose up -d' },
  {
    name: 'hand-over-kubernetes',
    scene: 'living',
    path: '/hand-over?target=kubernetes&file=secrets.yaml',
    shows: 'holds a secret',
  },
  {
    name: 'activity-undo',
    scene: 'living',
    path: `/activity?undo=${interruptedEntry.id}`,
    shows: 'Files become again',
    change: ({ core }) => {
      core.world.ledger = [...core.world.ledger, { ...interruptedEntry, state: 'done' }];
    },
  },
  {
    name: 'activity-undo-command',
    scene: 'living',
    path: `/activity?undo=${commandEntry.id}`,
    shows: 'Your rights are enough',
    change: ({ core }) => {
      core.world.ledger = [...core.world.ledger, commandEntry];
    },
  },
  {
    name: 'connect-store-needed',
    scene: 'living',
    path: '/connect/nodejs',
    shows: 'accepts the endpoint only where a store',
    change: ({ core }) => {
      const [nodejs] = agents;
      if (nodejs === undefined) throw new Error('there are agents');
      const without = { ...nodejs, title: 'Java', trust: { setting: null, groups: ['java' as const] } };
      core.answer('agent.list', async () => ({ agents: [without] }));
    },
  },
  { name: 'trust-plan', scene: 'living', path: '/trust?do=install', shows: 'This is everything that is changed' },
  { name: 'trust-take-back', scene: 'living', path: '/trust?do=uninstall', shows: 'Files become again' },
  {
    name: 'activity-interrupted',
    scene: 'living',
    path: '/activity',
    shows: 'Finish it, or undo',
    change: ({ core }) => {
      core.world.ledger = [...core.world.ledger, interruptedEntry];
    },
  },
  { name: 'doctor', scene: 'living', path: '/doctor', shows: 'Address of the server' },
  { name: 'activity', scene: 'living', path: '/activity', shows: 'Added the authority' },
  { name: 'activity-empty', scene: 'empty', path: '/activity', shows: 'has changed nothing' },
  { name: 'settings', scene: 'living', path: '/settings', shows: 'No telemetry' },
  { name: 'nowhere', scene: 'living', path: '/nowhere', shows: '/nowhere' },
  { name: 'not-yet', scene: 'first-run', path: '/tokens', shows: 'Nothing has been made secure yet' },
  {
    name: 'vault-locked',
    scene: 'empty',
    path: '/',
    shows: 'Your secrets are locked',
    change: ({ core }) => {
      const vault = { ...keyring, kind: 'passphrase', label: 'A file with a passphrase', state: 'locked' as const };
      core.world.status = { ...core.world.status, vault };
    },
  },
];

describe.skipIf(whyNoBrowser !== null)(`every screen${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();
  mkdirSync(FOLDER, { recursive: true });

  test.each(SCREENS)('$name keeps to the policy, passes axe in both themes and fits its window', async (shown) => {
    const { ui, app } = await open(shown.scene, {
      path: shown.path,
      prepare: async (_, served) => shown.change?.(served),
    });
    const found: string[] = [];
    await app.page.getByText(shown.shows).first().waitFor();

    for (const theme of ['light', 'dark'] as const) {
      ui.core.world.settings = { ...ui.core.world.settings, theme };
      ui.core.push({ topic: 'changed', what: ['settings'] });
      await app.page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme);
      for (const size of SIZES) {
        await app.page.setViewportSize(size);
        await app.page.screenshot({
          path: join(FOLDER, `${shown.name}-${theme}-${size.width}.png`),
          animations: 'disabled',
        });
        found.push(...(await overflow(app.page, size.width)));
      }
      found.push(...(await app.axe(theme === 'light' ? 'every' : 'colours')));
    }
    for (const size of ZOOMED) {
      await app.page.setViewportSize(size);
      found.push(...(await overflow(app.page, size.width)));
    }

    expect(found).toEqual([]);
    expect(app.complaints.csp).toEqual([]);
    expect(unexpected(app.complaints.console, shown)).toEqual([]);
  });
});

/** The browser itself reports the 404 of an attempt that is gone; nothing else may be said. */
function unexpected(messages: readonly string[], { name }: Shown): string[] {
  return messages.filter((message) => !(name === 'attempt-missing' && message.includes('404')));
}

async function overflow(
  page: Awaited<ReturnType<ReturnType<typeof useScenes>>>['app']['page'],
  width: number,
): Promise<string[]> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return beyond > 0 ? [`scrolls ${beyond} px sideways at ${width}`] : [];
}
