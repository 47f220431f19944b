import type {
  Attempt,
  AttemptDetail,
  Authority,
  Certificate,
  CommandPlace,
  Endpoint,
  LedgerEntry,
  ServerExport,
  ServerPreview,
  ServerTarget,
  Service,
  Settings,
  Snippet,
  Status,
  StoredEvent,
  Token,
  TrustPlan,
  TrustResult,
  TrustStep,
  TrustStore,
  Vault,
} from '../../main/contract/index.ts';
import { STEPS } from '../../main/contract/index.ts';

/* One plausible Sealwire, the same on every run: a Node.js shop that reports and a Python service that is not trusted yet. */

const AT = '2026-11-24T08:00:00.000Z';

export const authority: Authority = {
  id: 'ca-1',
  current: true,
  path: '/home/ada/.local/share/sealwire/workspaces/default/ca.pem',
  ownPath: '/home/ada/.local/share/sealwire/workspaces/default/authorities/ca-1/ca.pem',
  fingerprint256: 'AB:CD',
  notBefore: AT,
  notAfter: '2036-11-24T08:00:00.000Z',
  nameConstrained: true,
  commonName: 'Sealwire CA ada@laptop',
  permittedNames: ['localhost', '.test'],
  daysLeft: 3650,
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
  names: ['localhost', '127.0.0.1', '::1'],
  key: 'ec-p256',
  notBefore: AT,
  notAfter: '2027-11-24T08:00:00.000Z',
  serial: '01',
  fingerprint256: 'EF:01',
  authority: 'ca-1',
  files: { cert: null, key: null, chain: null, ca: authority.path, p12: null, jks: null },
  daysLeft: 365,
  inUse: true,
  shownNames: ['localhost', '127.0.0.1', '::1'],
  state: 'valid',
  hasKey: true,
  renews: null,
  renewedBy: null,
  revokedAt: null,
  revocationReason: null,
  renewsItselfAt: null,
};

export const token: Token = {
  id: 'tok-1',
  state: 'active',
  createdAt: AT,
  lastUsedAt: AT,
  usedBy: ['shop'],
  until: null,
};

export const vault: Vault = {
  kind: 'secret-service',
  persistent: true,
  state: 'ready',
  label: 'Keychain (Secret Service)',
  reason: null,
  choices: [
    { use: 'keychain', label: 'Keychain', available: true, recommended: true, reason: 'Unlocked with your session.' },
    { use: 'passphrase', label: 'Passphrase', available: true, recommended: false, reason: 'Asked for at each start.' },
    { use: 'session', label: 'This session', available: true, recommended: false, reason: 'Gone when Sealwire stops.' },
  ],
};

export const endpoint: Endpoint = {
  url: 'https://localhost:8200',
  listening: true,
  pid: 4711,
  since: AT,
  port: 8200,
  addresses: ['127.0.0.1', '::1'],
  problem: null,
  auth: 'token',
  connections: 1,
  ca: '/home/ada/.local/share/sealwire/workspaces/default/ca.pem',
};

const tls = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', sni: 'localhost', alpn: 'http/1.1' };

export const service: Service = {
  service: 'shop',
  environment: 'development',
  agent: { name: 'nodejs', version: '4.15.0' },
  steps: STEPS.map((step) => ({ step, state: 'ok', at: AT, evidence: `seen: ${step}` })),
  stoppedAt: null,
  diagnosis: null,
  counts: { transaction: 3, span: 9, error: 0, metricset: 1, log: 0 },
  agentId: 'nodejs',
  attribution: 'metadata',
  tls,
  tokenId: 'tok-1',
  process: { pid: 4712, command: 'node app.js' },
  firstSeenAt: AT,
  lastSeenAt: AT,
  lastAttemptId: 'att-1',
  configuration: null,
  verifies: null,
};

export const attempt: Attempt = {
  id: 'att-1',
  at: AT,
  service: 'billing',
  agent: null,
  remote: '127.0.0.1:50123',
  process: { pid: 4713, command: 'python app.py' },
  tls: null,
  alert: 'unknown_ca',
  step: 'encrypted',
  outcome: 'failed',
  status: null,
  diagnosis: {
    code: 'CA_UNKNOWN',
    summary: 'billing does not trust the certificate.',
    cause: 'It closed the handshake with the alert unknown_ca.',
    confidence: 'certain',
    fixes: [
      { text: 'Name the authority.', as: 'env', snippet: `export ELASTIC_APM_SERVER_CA_CERT_FILE=${authority.path}` },
    ],
  },
  environment: null,
  agentId: 'python',
  attribution: 'environment',
  open: false,
  durationMs: 3.5,
  configuration: null,
};

export const attemptDetail: AttemptDetail = {
  ...attempt,
  timeline: [{ at: AT, offsetMs: 0, phase: 'tcp', state: 'ok', title: 'Connected', detail: 'from 127.0.0.1:50123' }],
  exchanges: [
    {
      method: 'POST',
      path: '/intake/v2/events',
      userAgent: 'apm-agent-python/6.26.1',
      requestHeaders: [['authorization', '••••']],
      status: 202,
      responseHeaders: [],
      responseBody: null,
    },
  ],
  certificate: { id: 'leaf-1', fingerprint256: 'EF:01', names: ['localhost'], notAfter: certificate.notAfter },
  local: '127.0.0.1:8200',
};

export const event: StoredEvent = {
  service: 'shop',
  kind: 'transaction',
  at: AT,
  name: 'GET /',
  traceId: '0af7651916cd43dd8448eb211c80319c',
  id: 'b7ad6b7169203331',
  parentId: null,
  durationMs: 12.5,
  outcome: 'success',
  document: { transaction: { name: 'GET /', 'unicode ☃': ['"', '\\', '\u2028'] } },
  sequence: 1,
};

export const ledgerEntry: LedgerEntry = {
  id: 'led-1',
  at: AT,
  what: 'Added the authority',
  where: '/home/ada/.pki/nssdb',
  state: 'done',
  undo: 'Remove it',
};

export const commandPlace: CommandPlace = {
  state: 'absent',
  path: '/home/ada/.local/bin/sealwire',
  program: '/opt/Sealwire/resources/bin/sealwire',
  isOurs: false,
  plan: ['Make the link /home/ada/.local/bin/sealwire, which leads to /opt/Sealwire/resources/bin/sealwire'],
  advice: null,
  problem: null,
};

export const snippet: Snippet = {
  proven: { by: 'run', versions: ['4.15.0'], frameworks: ['express'] },
  agent: 'nodejs',
  as: 'env',
  files: [],
  env: { ELASTIC_APM_SECRET_TOKEN: `\${SECRET_TOKEN}` },
  commands: ['node -r elastic-apm-node/start app.js'],
  notes: [],
  blocks: [{ title: 'Set these variables', path: null, language: 'bash', content: 'export A=1' }],
};

export const settings: Settings = {
  theme: 'system',
  endpoint: { port: 8200, hosts: [] },
  rum: { enabled: false, origins: ['http://localhost:*'], services: [], eventLimit: 300 },
  vault: null,
  retention: { days: 7, megabytes: 1024 },
};

export const status: Status = {
  workspace: 'default',
  initialised: true,
  endpoint,
  relay: null,
  rum: {
    enabled: false,
    origins: ['*'],
    anonymous: false,
    agents: ['rum-js', 'js-base'],
    services: [],
    eventLimit: 300,
    ipLimit: 1000,
    by: 'settings',
  },
  authorities: [authority],
  certificates: [certificate],
  tokens: [token],
  vault,
  services: [service],
  notices: [],
  version: '0.1.0',
  home: '/home/ada/.local/share/sealwire',
};

export const trustAuthority: TrustPlan['authority'] = {
  id: authority.id,
  commonName: 'Sealwire CA ada@laptop',
  fingerprint256: authority.fingerprint256,
  path: authority.path,
};

export const trustStore: TrustStore = {
  id: 'system',
  state: 'not-installed',
  path: '/usr/local/share/ca-certificates',
  needs: 'admin',
  evidence: 'The bundle /etc/ssl/certs/ca-certificates.crt does not hold the authority.',
  title: 'System store of Debian',
  group: 'system',
  serves: ['curl', 'Python', 'Go'],
  problem: null,
  checks: [],
  lines: [],
  ledgerId: null,
  canChange: false,
  isDefault: false,
  isProven: true,
};

export const trustStep: TrustStep = {
  store: trustStore.id,
  title: trustStore.title,
  path: trustStore.path,
  needs: 'admin',
  does: ['Write the certificate to /usr/local/share/ca-certificates/sealwire-abcd.crt'],
  commands: ['sudo update-ca-certificates'],
  files: [{ path: '/usr/local/share/ca-certificates/sealwire-abcd.crt', change: 'create' }],
  byHand: true,
  asks: '',
  lines: [],
  seen: 'e3b0c442',
};

export const trustResult: TrustResult = {
  store: trustStore.id,
  title: trustStore.title,
  outcome: 'by-hand',
  said: 'Administrator rights are needed, so nothing was changed.',
  fix: 'Run the commands yourself, then check.',
  commands: trustStep.commands,
  lines: [],
  checks: [],
  ledgerId: null,
};

export const serverTarget: ServerTarget = {
  id: 'standalone',
  title: 'APM Server binary',
  audience: 'a server that is started from a folder',
  usualNames: [],
  takesPassphrase: true,
  takesRequest: true,
  takesTrial: false,
  since: 7,
};

const handedOver = {
  target: 'standalone',
  url: 'https://apm.test:8200',
  names: ['apm.test'],
  steps: ['Start it.'],
  notes: [],
} as const;

export const serverPreview: ServerPreview = {
  ...handedOver,
  names: ['apm.test'],
  steps: [...handedOver.steps],
  notes: [],
  files: [{ name: 'apm-server.yml', text: 'apm-server:\n', isSecret: false, holds: null }],
};

export const serverExport: ServerExport = {
  ...handedOver,
  names: ['apm.test'],
  steps: [...handedOver.steps],
  notes: [],
  files: [{ name: 'apm-server.yml', mediaType: 'text/plain', base64: 'AAAA', isSecret: false }],
  certificate: certificate.id,
};
