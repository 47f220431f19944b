import type {
  AgentSummary,
  Authority,
  Certificate,
  CommandPlace,
  ConfigEntry,
  Diagnosis,
  Endpoint,
  LadderStep,
  LedgerEntry,
  Proven,
  RumState,
  Service,
  Settings,
  Snippet,
  Step,
  Vault,
} from '../../main/contract/index.ts';
import { STEPS } from '../../main/contract/index.ts';
import { rumStateOf, withRumRules } from '../../main/core/procedures/rum-rules.ts';
import { DEFAULT_SETTINGS } from '../../main/core/settings/preferences.ts';

/* What the screens are photographed with: a laptop on which one service reports and another does not trust the authority. */

/** The moment at which everything in these fixtures happened; the browser's clock is set to it. */
export const NOW = Date.parse('2026-11-24T12:04:30.000Z');

export const UI_TOKEN = 'sw_Jm9tYWtlLWl0LXNlY3VyZS1wbGVhc2U';

/** A moment so many seconds before. */
export const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();
/** A moment so many days after. */
export const inDays = (days: number): string => new Date(NOW + days * 86_400_000).toISOString();

export const authority: Authority = {
  id: 'ca-1',
  current: true,
  path: '/home/ada/.local/share/sealwire/workspaces/default/ca.pem',
  ownPath: '/home/ada/.local/share/sealwire/workspaces/default/authorities/ca-1/ca.pem',
  fingerprint256: 'A4:1F:09:C2:77:5B:E0:13:9D:8A:44:F1:06:BE:52:C7:31:6E:AD:90:0B:F8:12:D5:63:49:EE:70:2C:95:1B:84',
  notBefore: ago(86_400),
  notAfter: inDays(3649),
  nameConstrained: true,
  commonName: 'sealwire · this-laptop',
  permittedNames: ['localhost', 'test', 'internal', '127.0.0.0/8', '10.0.0.0/8', '::1/128'],
  daysLeft: 3649,
  state: 'current',
  structure: 'root',
  key: 'ec-p256',
  intermediate: null,
  retiredAt: null,
  validCertificates: 1,
};

export const certificate: Certificate = {
  id: 'leaf-1',
  kind: 'server',
  names: ['localhost', 'this-laptop', '127.0.0.1', '::1'],
  key: 'ec-p256',
  notBefore: ago(86_400),
  notAfter: inDays(395),
  serial: '5E:90:1C:44:A7:21:0B:3D',
  fingerprint256: '7C:22:E1:90:0D:4B:A3:58:F6:11:CC:37:84:EA:59:02:B0:D3:6F:18:95:2A:77:E4:40:FD:8B:13:69:AE:C1:05',
  authority: authority.id,
  files: {
    cert: '/home/ada/.local/share/sealwire/workspaces/default/certificates/leaf-1/cert.pem',
    key: null,
    chain: null,
    ca: authority.path,
    p12: null,
    jks: null,
  },
  daysLeft: 395,
  inUse: true,
  shownNames: ['localhost', 'this-laptop', '127.0.0.1', '::1'],
  state: 'valid',
  hasKey: true,
  renews: null,
  renewedBy: null,
  revokedAt: null,
  revocationReason: null,
  renewsItselfAt: null,
};

export const olderCertificate: Certificate = {
  ...certificate,
  id: 'leaf-0',
  names: ['localhost', '127.0.0.1'],
  shownNames: ['localhost', '127.0.0.1'],
  fingerprint256: '11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00',
  notBefore: ago(374 * 86_400),
  notAfter: inDays(22),
  daysLeft: 22,
  inUse: false,
};

export const keyring: Vault = {
  kind: 'secret-service',
  persistent: true,
  state: 'ready',
  label: 'GNOME keyring',
  reason: null,
  choices: [
    { use: 'keychain', label: 'GNOME keyring', available: true, recommended: true, reason: 'Opens with your session.' },
    {
      use: 'passphrase',
      label: 'A file with a passphrase',
      available: true,
      recommended: false,
      reason: 'Asked for each time Sealwire starts.',
    },
    {
      use: 'session',
      label: 'This session only',
      available: true,
      recommended: false,
      reason: 'Everything is made anew at the next start.',
    },
  ],
};

export const noKeyring: Vault = {
  ...keyring,
  kind: 'none',
  persistent: false,
  state: 'unchosen',
  label: 'nowhere yet',
  reason: 'No keychain answers on this machine: there is no D-Bus session.',
  choices: [
    {
      use: 'keychain',
      label: 'System keychain',
      available: false,
      recommended: false,
      reason: 'There is no D-Bus session.',
    },
    {
      use: 'passphrase',
      label: 'A file with a passphrase',
      available: true,
      recommended: true,
      reason: 'Asked for each time Sealwire starts.',
    },
    {
      use: 'session',
      label: 'This session only',
      available: true,
      recommended: false,
      reason: 'Everything is made anew at the next start.',
    },
  ],
};

/** As it is saved until a person says otherwise. */
export const rumSettings: Settings['rum'] = DEFAULT_SETTINGS.rum;

/** What these settings amount to once the endpoint goes by them. */
export function rumState(saved: Settings['rum']): RumState {
  return rumStateOf({ auth: 'token', server: withRumRules({}, saved) }, {});
}

export const endpoint: Endpoint = {
  url: 'https://localhost:8200',
  listening: true,
  pid: 4711,
  since: ago(1260),
  port: 8200,
  addresses: ['127.0.0.1', '::1'],
  problem: null,
  auth: 'token',
  connections: 2,
  ca: '/home/ada/.local/share/sealwire/workspaces/default/ca.pem',
};

export const tls = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', sni: 'localhost', alpn: 'http/1.1' };

export const untrusted: Diagnosis = {
  code: 'CA_NOT_TRUSTED',
  summary: 'Python does not trust this certificate: it ended the handshake with "unknown CA".',
  cause: 'Most likely `ELASTIC_APM_SERVER_CA_CERT_FILE` is missing, or points to a file the process cannot read.',
  confidence: 'certain',
  fixes: [
    {
      text: 'Set this where the application starts, then start it again:',
      as: 'env',
      snippet: `export ELASTIC_APM_SERVER_CA_CERT_FILE=${authority.path}`,
    },
  ],
};

const seen: Readonly<Record<Step, string>> = {
  reached: '127.0.0.1 → port 8200',
  encrypted: 'TLS 1.3, TLS_AES_256_GCM_SHA384',
  trusted: 'the client went on to send a request',
  authorised: 'the active token',
  identified: 'shop-web, nodejs 4.15.0',
  reporting: '128 transactions, 412 spans, 3 errors stored',
};

/** A ladder climbed up to but without this rung, which failed with the evidence given; all of it where there is none. */
export function ladder(stoppedAt: Step | null, evidence = ''): LadderStep[] {
  const height = stoppedAt === null ? STEPS.length : STEPS.indexOf(stoppedAt);
  return STEPS.map((step, place) => {
    const at = new Date(NOW - 19_000 + place * 4).toISOString();
    if (place < height) return { step, state: 'ok', at, evidence: seen[step] };
    if (place === height) return { step, state: 'failed', at, evidence };
    return { step, state: 'waiting', at: null, evidence: '' };
  });
}

export const reporting: Service = {
  service: 'shop-web',
  environment: 'development',
  agent: { name: 'nodejs', version: '4.15.0' },
  steps: ladder(null),
  stoppedAt: null,
  diagnosis: null,
  counts: { transaction: 128, span: 412, error: 3, metricset: 40, log: 0 },
  agentId: 'nodejs',
  attribution: 'metadata',
  tls,
  tokenId: 'tok-1',
  process: { pid: 48_201, command: 'node server.js' },
  firstSeenAt: ago(1200),
  lastSeenAt: ago(3),
  lastAttemptId: 'att-7',
  configuration: { etag: 'e1', sentAt: ago(270), echoedAt: ago(240) },
  verifies: null,
};

export const failing: Service = {
  ...reporting,
  service: 'shop-api',
  environment: null,
  agent: null,
  agentId: 'python',
  steps: ladder('trusted', 'it answered “unknown CA”'),
  stoppedAt: 'trusted',
  diagnosis: untrusted,
  counts: { transaction: 0, span: 0, error: 0, metricset: 0, log: 0 },
  attribution: 'environment',
  tokenId: null,
  process: { pid: 48_213, command: 'python3 -m flask run' },
  lastSeenAt: ago(19),
  lastAttemptId: 'att-8',
};

/** An entry that got so far with these agents, all of its options alike. */
export function reachedBy(entry: Omit<ConfigEntry, 'agents' | 'options'>, agents: ConfigEntry['agents']): ConfigEntry {
  const each = agents.map(({ lastAskedAt: _, ...agent }) => agent);
  return { ...entry, agents, options: Object.keys(entry.settings).map((name) => ({ name, agents: each })) };
}

/** What is set centrally for `reporting`, and reached it. */
export const centralEntry: ConfigEntry = reachedBy(
  {
    service: 'shop-web',
    environment: 'development',
    settings: { transaction_sample_rate: '0.25', sanitize_field_names: 'password,passwd,authorization,*token*' },
    etag: 'e1',
    changedAt: ago(300),
  },
  [
    {
      service: 'shop-web',
      environment: 'development',
      state: 'applied',
      sentAt: ago(270),
      appliedAt: ago(240),
      lastAskedAt: ago(3),
    },
  ],
);

export const ledgerEntry: LedgerEntry = {
  id: 'led-1',
  at: ago(4000),
  what: 'Added the authority to the trust store of this user',
  where: '/home/ada/.pki/nssdb',
  state: 'done',
  undo: 'sealwire ledger undo led-1',
  change: { kind: 'trust-store' },
};

/** A trust store that was being changed when Sealwire ended. */
export const interruptedEntry: LedgerEntry = {
  id: 'led-2',
  at: ago(600),
  what: `Trust the authority ${authority.commonName} in Firefox, profile work`,
  where: '/home/ada/.mozilla/firefox/work',
  state: 'planned',
  undo: 'sealwire ledger undo led-2',
  change: {
    kind: 'trust-firefox',
    store: 'firefox:work',
    fingerprint256: authority.fingerprint256.replaceAll(':', '').toLowerCase(),
  },
};

export const commandPlace: CommandPlace = {
  state: 'absent',
  path: '/home/ada/.local/bin/sealwire',
  program: '/opt/Sealwire/resources/bin/sealwire',
  isOurs: false,
  plan: [
    'Make the folder /home/ada/.local/bin',
    'Make the link /home/ada/.local/bin/sealwire, which leads to /opt/Sealwire/resources/bin/sealwire',
  ],
  advice: {
    text: 'If a new terminal does not find it, add this line to ~/.bashrc:',
    line: 'export PATH="$HOME/.local/bin:$PATH"',
    file: '~/.bashrc',
  },
  problem: null,
};

const titles = [
  { as: 'env', title: 'Environment', shells: ['bash', 'fish', 'pwsh', 'cmd'] },
  { as: 'file', title: 'File', shells: [] },
  { as: 'code', title: 'Code', shells: [] },
  { as: 'docker', title: 'Docker', shells: [] },
  { as: 'compose', title: 'Compose', shells: [] },
  { as: 'kubernetes', title: 'Kubernetes', shells: [] },
  { as: 'systemd', title: 'systemd', shells: [] },
];

const unseen: Proven = { by: 'source', versions: [], frameworks: [] };

/** Variables are proven by a run with one framework, everything else by source. */
const formsWith = (seen: Proven): AgentSummary['forms'] =>
  titles.map((form) => ({ ...form, proven: form.as === 'env' ? seen : unseen }));

export const agents: AgentSummary[] = [
  {
    id: 'nodejs',
    title: 'Node.js',
    version: '4.15',
    keywords: ['javascript', 'typescript'],
    trust: { setting: 'ELASTIC_APM_SERVER_CA_CERT_FILE', groups: [] },
    runsIn: 'process',
    forms: formsWith({ by: 'run', versions: ['4.15.0'], frameworks: ['express'] }),
    frameworks: [
      { id: 'express', title: 'Express', start: 'node app.js' },
      { id: 'fastify', title: 'Fastify', start: 'node app.js' },
    ],
  },
  {
    id: 'python',
    title: 'Python',
    version: '6.26',
    keywords: ['pip', 'wsgi', 'asgi'],
    trust: { setting: 'ELASTIC_APM_SERVER_CA_CERT_FILE', groups: [] },
    runsIn: 'process',
    forms: formsWith({ by: 'run', versions: ['6.26.2'], frameworks: ['flask'] }),
    frameworks: [
      { id: 'flask', title: 'Flask', start: 'flask run' },
      { id: 'django', title: 'Django', start: 'python manage.py runserver' },
    ],
  },
];

/** The snippet of an agent, with the secret as the core hands it out: hidden, or real where it was asked for. */
export function snippetOf(input: { agent: string; as: string; service: string; reveal: boolean }): Snippet {
  const secret = input.reveal ? UI_TOKEN : `\${SECRET_TOKEN}`;
  const lines = (prefix: string): string =>
    [
      `# ${input.service} → ${endpoint.url}`,
      `${prefix}ELASTIC_APM_SERVICE_NAME=${input.service}`,
      `${prefix}ELASTIC_APM_SERVER_URL=${endpoint.url}`,
      `${prefix}ELASTIC_APM_SERVER_CA_CERT_FILE=${authority.path}`,
      `${prefix}ELASTIC_APM_SECRET_TOKEN=${secret}`,
    ].join('\n');
  const isEnv = input.as === 'env';
  return {
    agent: input.agent,
    as: input.as,
    proven: unseen,
    files: [],
    env: {},
    commands: [],
    notes: ['The token is read when the application starts; rotate it on the Tokens screen.'],
    blocks: [
      isEnv
        ? {
            title: 'Set these in the shell that starts the application',
            path: null,
            language: 'shell',
            content: `${lines('export ')}\n`,
          }
        : { title: 'Write this file', path: `${input.as}.env`, language: 'ini', content: `${lines('')}\n` },
      {
        title: 'Start the application',
        path: null,
        language: 'shell',
        content: input.agent === 'python' ? 'flask run' : 'node -r elastic-apm-node/start app.js',
      },
    ],
  };
}
