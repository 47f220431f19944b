import type { ProcedureInput, ProcedureName } from '../../main/contract/index.ts';

/** For each procedure an input that it takes, and for those that ask for something one that it refuses, with the field to be named. */
export const SAMPLE_INPUTS: {
  readonly [Name in ProcedureName]: {
    readonly takes: ProcedureInput<Name>;
    readonly refuses?: { readonly input: unknown; readonly field: string };
  };
} = {
  'app.info': { takes: {} },
  'app.stop': { takes: {} },
  'app.open': { takes: {} },
  'app.remove': { takes: { confirm: false }, refuses: { input: { confirm: 'yes' }, field: 'confirm' } },
  'app.diagnostics': { takes: {} },
  'app.wake': { takes: {} },
  'desktop.login': { takes: { state: 'planned' }, refuses: { input: { state: 'gone' }, field: 'state' } },
  status: { takes: {} },
  'init.plan': { takes: {} },
  'init.run': { takes: { port: 0, names: ['shop.test'] }, refuses: { input: { port: 65_536 }, field: 'port' } },
  'vault.status': { takes: {} },
  'vault.use': { takes: { use: 'session' }, refuses: { input: { use: 'paper' }, field: 'use' } },
  'vault.unlock': {
    takes: { passphrase: 'correct horse' },
    refuses: { input: { passphrase: 7 }, field: 'passphrase' },
  },
  'endpoint.start': { takes: { port: 8300 }, refuses: { input: { port: 1.5 }, field: 'port' } },
  'endpoint.stop': { takes: {} },
  'certificate.list': { takes: {} },
  'certificate.show': { takes: { id: 'leaf-9' }, refuses: { input: {}, field: 'id' } },
  'certificate.issue': { takes: { names: ['a.test'] }, refuses: { input: { names: 'a.test' }, field: 'names' } },
  'certificate.issueMany': {
    takes: { job: 'fleet', wishes: [{ names: ['a.test'] }, { names: ['b.test'], kind: 'client', minutes: 5 }] },
    refuses: { input: { job: 'fleet', wishes: [{ names: ['a.test'], days: 825 }] }, field: 'wishes[0].days' },
  },
  'certificate.cancel': { takes: { job: 'fleet' }, refuses: { input: { job: 1 }, field: 'job' } },
  'certificate.renew': { takes: { id: 'leaf-1' }, refuses: { input: {}, field: 'id' } },
  'certificate.revoke': {
    takes: { id: 'leaf-1', reason: 'key-compromise' },
    refuses: { input: { id: 'leaf-1', reason: 'a whim' }, field: 'reason' },
  },
  'certificate.crl': { takes: {}, refuses: { input: { format: 'xml' }, field: 'format' } },
  'certificate.suggest': { takes: { folder: '/home/ada/shop' }, refuses: { input: { folder: 1 }, field: 'folder' } },
  'certificate.check': { takes: { names: ['*.test'] }, refuses: { input: { names: 'x' }, field: 'names' } },
  'certificate.formats': { takes: {} },
  'certificate.export': {
    takes: { what: 'certificate', id: 'leaf-1', format: 'chain' },
    refuses: { input: { what: 'everything' }, field: 'what' },
  },
  'authority.list': { takes: {} },
  'authority.new': { takes: { domains: ['corp.example'] }, refuses: { input: { days: 0 }, field: 'days' } },
  'authority.import': {
    takes: { files: [{ name: 'ca.pem', base64: 'AAAA' }] },
    refuses: { input: { files: [] }, field: 'files' },
  },
  'authority.retire': { takes: { id: 'ca-0' }, refuses: { input: { id: 0 }, field: 'id' } },
  'token.list': { takes: {} },
  'token.show': { takes: {} },
  'token.rotate': { takes: {} },
  'token.retire': { takes: { id: 'tok-1' }, refuses: { input: { id: null }, field: 'id' } },
  'service.list': { takes: {} },
  'service.forget': { takes: { service: null }, refuses: { input: { service: 3 }, field: 'service' } },
  'attempt.list': { takes: { limit: 1 }, refuses: { input: { limit: 0 }, field: 'limit' } },
  'attempt.show': { takes: { id: 'att-9' }, refuses: { input: { id: [] }, field: 'id' } },
  'attempt.canary': {
    takes: { service: 'shop', agreed: true },
    refuses: { input: { service: 'shop', agreed: false }, field: 'agreed' },
  },
  'attempt.recall': { takes: {} },
  'event.list': { takes: { limit: 2 }, refuses: { input: { limit: 10_001 }, field: 'limit' } },
  'event.export': { takes: { service: 'shop', limit: 5 }, refuses: { input: { limit: 0 }, field: 'limit' } },
  'event.purge': { takes: {} },
  'agent.list': { takes: {} },
  'agent.lint': { takes: { text: 'A=b' }, refuses: { input: { text: 7 }, field: 'text' } },
  'agent.explain': { takes: { text: 'connect ECONNREFUSED' }, refuses: { input: { text: 7 }, field: 'text' } },
  'agent.show': { takes: { agent: 'nodejs' }, refuses: { input: { agent: true }, field: 'agent' } },
  'agent.apply': {
    takes: { agent: 'nodejs', to: '/home/ada/shop/.env', agreed: true },
    refuses: { input: { agent: 'nodejs' }, field: 'to' },
  },
  'agent.places': {
    takes: { agent: 'nodejs', folder: '/home/ada/shop' },
    refuses: { input: { agent: 'nodejs' }, field: 'folder' },
  },
  'agent.launch': {
    takes: { command: ['node', 'app.js'], cwd: '/home/ada/shop', env: { PATH: '/usr/bin' } },
    refuses: { input: { command: ['node', 4], cwd: '/', env: {} }, field: 'command[1]' },
  },
  'agent.launched': {
    takes: { pid: 4712, agent: 'nodejs', service: 'shop', command: 'node app.js' },
    refuses: { input: { pid: '4712', agent: 'nodejs', service: 'shop', command: 'node' }, field: 'pid' },
  },
  'agent.logged': {
    takes: { agent: 'nodejs', service: 'shop', text: 'connect ECONNREFUSED' },
    refuses: { input: { agent: 'nodejs', service: 'shop' }, field: 'text' },
  },
  'project.list': { takes: { folders: ['/home/ada/shop'] }, refuses: { input: { folders: 'here' }, field: 'folders' } },
  'server.targets': { takes: {} },
  'server.preview': { takes: { names: ['apm.test'] }, refuses: { input: { port: 0 }, field: 'port' } },
  'server.export': {
    takes: { target: 'compose', names: ['apm.test'], trial: true },
    refuses: { input: { target: 'toaster' }, field: 'target' },
  },
  'server.merge': {
    takes: { to: '/etc/apm-server/apm-server.yml', names: ['apm.test'] },
    refuses: { input: {}, field: 'to' },
  },
  'wiring.open': {
    takes: { agent: 'nodejs', service: 'shop' },
    refuses: { input: { agent: 'nodejs' }, field: 'service' },
  },
  'wiring.close': { takes: {} },
  'terminal.run': {
    takes: { agent: 'nodejs', service: 'shop' },
    refuses: { input: { service: 'shop' }, field: 'agent' },
  },
  'probe.run': { takes: {}, refuses: { input: { url: 1 }, field: 'url' } },
  'command.status': { takes: {} },
  'command.install': { takes: { agreed: true }, refuses: { input: { agreed: false }, field: 'agreed' } },
  'command.uninstall': { takes: {} },
  'trust.list': { takes: {} },
  'trust.plan': { takes: { action: 'install' }, refuses: { input: { action: 'burn' }, field: 'action' } },
  'trust.install': {
    takes: { agreed: true, stores: ['system'] },
    refuses: { input: { agreed: false }, field: 'agreed' },
  },
  'trust.uninstall': { takes: { agreed: true }, refuses: { input: { agreed: true, stores: 'all' }, field: 'stores' } },
  'trust.check': { takes: {}, refuses: { input: { stores: 1 }, field: 'stores' } },
  'ledger.list': { takes: {} },
  'ledger.plan': { takes: { id: 'c0ffee' }, refuses: { input: { id: 7 }, field: 'id' } },
  'ledger.undo': { takes: { id: 'c0ffee' }, refuses: { input: { id: 7 }, field: 'id' } },
  'config.list': { takes: {} },
  'config.set': {
    takes: { service: 'shop', settings: { transaction_sample_rate: '0.5' } },
    refuses: { input: { service: 'shop', settings: 1 }, field: 'settings' },
  },
  'config.unset': { takes: { service: 'shop' }, refuses: { input: { service: 'shop', keys: 1 }, field: 'keys' } },
  'settings.get': { takes: {} },
  'settings.set': { takes: { theme: 'dark' }, refuses: { input: { theme: 'pink' }, field: 'theme' } },
};
