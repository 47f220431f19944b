import type { Handlers, ParsedInput, ProcedureName, ProcedureOutput, Push } from '../../main/contract/index.ts';
import type { CoreFace } from '../../main/transport/core-face.ts';
import * as data from './fake-data.ts';
import { doctorHandlers } from './fake-ui-doctor.ts';

export const FAKE_TOKEN = 'fake-token-QkF5cWl3';

/** A core without anything behind it: plausible answers, a record of what was asked, and controls for what a test needs to happen. */
export interface FakeCore extends CoreFace {
  /** Every call that reached a handler, in order, with its parsed input. */
  readonly calls: readonly { readonly name: ProcedureName; readonly input: unknown }[];
  push(push: Push): void;
  /** How many subscriptions are open. */
  listeners(): number;
  /** From now on `name` is answered by `handler`. */
  answer<Name extends ProcedureName>(
    name: Name,
    handler: (input: ParsedInput<Name>) => Promise<ProcedureOutput<Name>>,
  ): void;
}

const done = { done: true } as const;

const ANSWERS: Handlers = {
  'app.info': async () => ({
    version: '0.1.0',
    home: data.status.home,
    platform: 'linux',
    hostname: 'laptop',
    user: 'ada',
    startedIn: '/home/ada/shop',
    terminal: { available: false, reason: 'There is no display here.' },
    command: 'sealwire',
  }),
  'app.stop': async () => done,
  'app.open': async () => ({ ui: 'http://127.0.0.1:40000/#code' }),
  'app.remove': async ({ confirm }) => ({ removed: confirm, plan: [`The folder ${data.status.home}`] }),
  'app.diagnostics': async () => ({ filename: 'sealwire-diagnostics.json', content: '{}\n' }),
  'app.wake': async () => ({ listening: true }),
  'desktop.login': async ({ state }) => ({ entry: { ...data.ledgerEntry, state } }),
  status: async () => data.status,
  'init.plan': async () => ({
    initialised: false,
    authority: { commonName: 'Sealwire CA ada@laptop', permitted: ['localhost', '.test'] },
    names: [{ name: 'localhost', reason: 'This machine.' }],
    url: data.endpoint.url,
    portProblem: null,
    vault: data.vault,
  }),
  'init.run': async ({ listen }) => ({
    authority: { ...data.authority, milliseconds: 4 },
    certificate: { ...data.certificate, milliseconds: 2 },
    token: { ...data.token, milliseconds: 1 },
    endpoint: listen ? { ...data.endpoint, milliseconds: 3 } : null,
    vault: data.vault,
  }),
  'vault.status': async () => data.vault,
  'vault.use': async () => data.vault,
  'vault.unlock': async () => data.vault,
  'endpoint.start': async ({ port = data.endpoint.port }) => ({ ...data.endpoint, port }),
  'endpoint.stop': async () => ({ ...data.endpoint, listening: false, since: null }),
  'certificate.list': async () => ({ certificates: [data.certificate] }),
  'certificate.show': async ({ id }) => ({
    ...data.certificate,
    id,
    pem: '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n',
    subject: 'CN=localhost',
    issuer: 'CN=Sealwire CA',
    text: [['Subject', 'localhost']],
  }),
  'certificate.issue': async ({ names }) => ({ ...data.certificate, names }),
  'certificate.issueMany': async ({ wishes }) => ({
    certificates: wishes.map(({ names }) => ({ ...data.certificate, names, inUse: false })),
    milliseconds: 2,
  }),
  'certificate.cancel': async () => ({ cancelled: false }),
  'certificate.renew': async ({ id }) => ({ ...data.certificate, id: 'leaf-2', renews: id }),
  'certificate.revoke': async ({ id, reason }) => ({
    ...data.certificate,
    id,
    state: 'revoked',
    revokedAt: data.certificate.notBefore,
    revocationReason: reason,
  }),
  'certificate.crl': async ({ format }) => ({
    file: { name: `ca.crl.${format}`, mediaType: 'application/pkix-crl', base64: 'AAAA', isSecret: false },
    entries: 0,
    nextUpdate: data.certificate.notAfter,
  }),
  'certificate.suggest': async () => ({
    names: [
      {
        name: 'localhost',
        shown: 'localhost',
        reason: 'This machine.',
        source: 'host',
        recommended: true,
        refusal: null,
      },
    ],
  }),
  'certificate.check': async ({ names }) => ({
    names: names.map((name) => ({ input: name, name, shown: name, kind: 'dns', refusal: null })),
  }),
  'certificate.formats': async () => ({
    formats: [
      {
        id: 'pem',
        title: 'PEM',
        audience: 'most programs',
        mediaType: 'application/x-pem-file',
        extension: '.pem',
        privateKey: 'optional',
        passphrase: 'optional',
        canMerge: false,
      },
    ],
  }),
  'certificate.export': async ({ alias = 'localhost' }) => ({
    files: [{ name: `${alias}.pem`, mediaType: 'application/x-pem-file', base64: 'AAAA', isSecret: false }],
    notes: [],
  }),
  'authority.new': async () => ({ authority: data.authority, notes: [] }),
  'authority.import': async () => ({ authority: { ...data.authority, structure: 'imported' }, notes: [] }),
  'authority.retire': async ({ id }) => ({
    authority: { ...data.authority, id, current: false, state: 'retired', retiredAt: data.certificate.notBefore },
    notes: [],
  }),
  'authority.list': async () => ({ authorities: [data.authority] }),
  'token.list': async () => ({ tokens: [data.token] }),
  'token.show': async () => ({ token: FAKE_TOKEN }),
  'token.rotate': async () => ({ ...data.token, id: 'tok-2' }),
  'token.plan': async ({ server }) => ({
    server,
    steps: [{ title: 'One', text: 'Do it.', commands: ['sealwire up'] }],
  }),
  'rehearsal.run': async ({ change, seconds }) => ({ change, seconds, services: [] }),
  'rehearsal.end': async () => ({ ended: false }),
  'token.retire': async () => done,
  'service.list': async () => ({ services: [data.service] }),
  'service.forget': async () => done,
  'attempt.list': async () => ({ attempts: [data.attempt] }),
  'attempt.show': async ({ id }) => ({ ...data.attemptDetail, id }),
  'attempt.canary': async ({ service, environment = null }) => ({
    service,
    environment,
    result: 'verified',
    at: data.attempt.at,
    how: 'alert',
    alert: 'unknown_ca',
    said: `${service} verifies: it turned the certificate down with the alert unknown_ca.`,
    fixes: [],
  }),
  'attempt.recall': async () => ({ recalled: true }),
  'event.list': async ({ limit }) => ({
    events: Array.from({ length: Math.min(limit, 3) }, (_, at) => ({ ...data.event, sequence: at + 1 })),
  }),
  'event.export': async () => ({ bodies: [], next: null }),
  'event.purge': async () => ({ removed: 3 }),
  'agent.list': async () => ({
    agents: [
      {
        id: 'nodejs',
        title: 'Node.js',
        version: '4.15',
        frameworks: [{ id: 'express', title: 'Express', start: 'node app.js' }],
        forms: [{ as: 'env', title: 'Environment', shells: ['bash'], proven: data.snippet.proven }],
        keywords: ['javascript'],
        trust: { setting: 'ELASTIC_APM_SERVER_CA_CERT_FILE', groups: [] },
        runsIn: 'process',
      },
    ],
  }),
  'agent.show': async ({ agent, as = 'env' }) => ({ ...data.snippet, agent, as }),
  'agent.apply': async ({ to, agreed }) => ({
    path: to,
    as: 'dotenv',
    diff: '+ELASTIC_APM_SERVER_URL=https://localhost:8200',
    seen: 'absent',
    holdsToken: false,
    applied: agreed === true,
    entry: agreed === true ? 'entry-1' : null,
    commands: [],
    remaining: [],
    notes: [],
  }),
  'agent.places': async ({ folder }) => ({
    places: [{ path: `${folder}/.env`, name: '.env', as: 'dotenv', exists: true, token: 'kept' as const, entries: [] }],
  }),
  'agent.lint': async () => ({ format: 'a .env file', findings: [], secrets: [] }),
  'agent.explain': async () => ({ agent: null, candidates: [], said: [] }),
  'agent.launch': async ({ command, service = 'shop' }) => ({
    agent: 'nodejs',
    service,
    command,
    env: { ELASTIC_APM_SECRET_TOKEN: FAKE_TOKEN, NODE_OPTIONS: null },
    notes: [],
    phrases: [],
    scratch: null,
  }),
  'agent.launched': async () => done,
  'agent.logged': async () => ({ agent: null, candidates: [], said: [] }),
  'project.list': async ({ folders }) => ({
    projects: folders.map((folder) => ({
      folder,
      name: 'shop',
      agent: 'nodejs',
      framework: 'express',
      installed: true,
      start: 'node app.js',
    })),
  }),
  'server.targets': async () => ({ targets: [data.serverTarget] }),
  'server.preview': async ({ target, names }) => ({ ...data.serverPreview, target, names }),
  'server.merge': async ({ to, agreed }) => ({
    path: to,
    diff: '+x',
    seen: 's1',
    applied: agreed === true,
    entry: agreed === true ? 'entry-1' : null,
    notes: [],
  }),
  'server.import': async ({ url = null }) => ({ config: null, url, token: 'none', notes: [] }),
  'server.forget': async () => done,
  'server.export': async ({ target, names }) => ({ ...data.serverExport, target, names }),
  'wiring.open': async () => done,
  'wiring.close': async () => done,
  'terminal.run': async () => done,
  'probe.run': async ({ url = data.endpoint.url }) => ({ endpoint: url, steps: data.service.steps, ms: 20 }),
  ...doctorHandlers(() => undefined),
  'trust.list': async () => ({ authority: data.trustAuthority, stores: [data.trustStore], leftovers: [], advice: [] }),
  'trust.plan': async ({ action }) => ({
    action,
    authority: data.trustAuthority,
    steps: [data.trustStep],
    skipped: [],
  }),
  'trust.install': async () => ({ results: [data.trustResult] }),
  'trust.uninstall': async () => ({ results: [data.trustResult] }),
  'trust.check': async () => ({ stores: [{ ...data.trustStore, state: 'verified' }] }),
  'command.status': async () => data.commandPlace,
  'command.install': async () => ({ ...data.commandPlace, state: 'installed', isOurs: true, plan: [] }),
  'command.uninstall': async () => data.commandPlace,
  'ledger.plan': async () => ({
    entry: data.ledgerEntry,
    does: ['Remove the link'],
    commands: [],
    files: [],
    byHand: false,
    asks: '',
    seen: 's1',
  }),
  'ledger.undo': async () => ({ entry: { ...data.ledgerEntry, state: 'undone' }, said: 'The link is taken away.' }),
  'ledger.list': async () => ({ entries: [data.ledgerEntry] }),
  'config.list': async () => ({ entries: [], agents: [] }),
  'config.set': async ({ service, environment, settings }) => ({
    entry: { service, environment, settings, etag: 'e1', changedAt: data.service.firstSeenAt, agents: [], options: [] },
    notes: [],
  }),
  'config.unset': async () => ({ entry: null, notes: [] }),
  'settings.get': async () => data.settings,
  'settings.set': async ({ theme = data.settings.theme }) => ({ ...data.settings, theme }),
};

/** A fresh fake core; nothing is shared between two of them. */
export function fakeCore(): FakeCore {
  const calls: { name: ProcedureName; input: unknown }[] = [];
  const listeners = new Set<(push: Push) => void>();
  const answers: Handlers = { ...ANSWERS };
  const recorded = <Name extends ProcedureName>(name: Name): [Name, (input: ParsedInput<Name>) => Promise<unknown>] => [
    name,
    (input) => {
      calls.push({ name, input });
      return answers[name](input);
    },
  ];

  return {
    handlers: Object.fromEntries((Object.keys(ANSWERS) as ProcedureName[]).map(recorded)) as Handlers,
    calls,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    push: (push) => {
      for (const listener of [...listeners]) listener(push);
    },
    listeners: () => listeners.size,
    answer: (name, handler) => {
      Object.assign(answers, { [name]: handler });
    },
  };
}
