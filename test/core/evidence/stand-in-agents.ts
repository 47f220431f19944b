import type { Setting, SettingKey, Wiring } from '../../../main/core/agents/definition.ts';
import type { KnownAgent } from '../../../main/core/diagnose/known-agent.ts';

export const WIRING: Wiring = {
  url: 'https://localhost:8200',
  token: '[token]',
  caFile: '/home/ada/ca.pem',
  service: 'my-service',
  environment: null,
  agentVersion: '6.26.2',
  sealwire: 'sealwire',
  home: null,
  shell: 'bash',
  auth: 'token',
};

const VARIABLES: Partial<Record<SettingKey, string>> = {
  serverUrl: 'ELASTIC_APM_SERVER_URL',
  secretToken: 'ELASTIC_APM_SECRET_TOKEN',
  apiKey: 'ELASTIC_APM_API_KEY',
  caFile: 'ELASTIC_APM_SERVER_CA_CERT_FILE',
};

const settings: Setting[] = Object.entries(VARIABLES).map(([key, env]) => ({
  key: key as SettingKey,
  env,
  code: null,
  since: '1.0',
  until: null,
  format: 'url',
  never: null,
  proof: 'lab',
  source: 'a stand-in',
}));

/** An agent as far as evidence and diagnosis look at it; its cures tell what they were asked for. */
function standIn(
  change: Omit<KnownAgent, 'settings' | 'forms' | 'cure'> & Partial<Pick<KnownAgent, 'settings'>>,
): KnownAgent {
  return {
    settings,
    forms: ['env'],
    cure: (code, as, wiring) => [
      { text: `${change.id} cures ${code}`, as, snippet: `${code} ${wiring.url} ${wiring.caFile} ${wiring.service}` },
    ],
    ...change,
  };
}

export const PYTHON = standIn({
  id: 'python',
  title: 'Python',
  metadataNames: ['python'],
  userAgent: /^apm-agent-python\//,
  executable: /^python[\d.]*$/,
  rejection: {
    silent: false,
    untrusted: ['unknown_ca'],
    wrongName: ['bad_certificate'],
    expired: ['certificate_expired'],
  },
});

export const NODEJS = standIn({
  id: 'nodejs',
  title: 'Node.js',
  metadataNames: ['nodejs'],
  userAgent: /^apm-agent-nodejs\//,
  executable: /^node(js)?$/,
  rejection: { silent: true, untrusted: [], wrongName: [], expired: [] },
});

/** Ends every handshake that it does not like with the same alert (reference/agents.md §7, Go). */
export const GO = standIn({
  id: 'go',
  title: 'Go',
  metadataNames: ['go'],
  userAgent: /^apm-agent-go\//,
  executable: /^never$/,
  rejection: {
    silent: false,
    untrusted: ['bad_certificate'],
    wrongName: ['bad_certificate'],
    expired: ['bad_certificate'],
  },
});

/** Speaks through a browser, which says nothing of it, and asks for paths of its own. */
export const RUM = standIn({
  id: 'rum-js',
  title: 'RUM JavaScript',
  metadataNames: ['rum-js'],
  userAgent: /(?!)/,
  paths: /\/rum\/events$/,
  executable: /^chromium$/,
  rejection: { silent: false, untrusted: [], wrongName: [], expired: [] },
  settings: settings.map((each) => (each.key === 'secretToken' ? { ...each, env: null } : each)),
});

/** Runs in a page, and what serves that passes its reports on. */
export const PAGE = standIn({
  id: 'otel-browser',
  title: 'OpenTelemetry browser',
  metadataNames: ['opentelemetry/webjs'],
  userAgent: /(?!)/,
  preflights: /^\/v1\//,
  relays: /\bvite\b/,
  relayUserAgent: /^OpenTelemetry Collector\b/,
  executable: /^nginx$/,
  insteadOf: { agent: 'nodejs', where: /(?!)/ },
  rejection: { silent: true, untrusted: [], wrongName: [], expired: [] },
});

export const AGENTS = [PYTHON, NODEJS, GO, RUM, PAGE];
