import type {
  Handlers,
  LedgerEntry,
  Push,
  TrustLeftover,
  TrustPlan,
  TrustResult,
  TrustStep,
  TrustStore,
} from '../../main/contract/index.ts';
import * as data from './fake-data.ts';

/** One store of each state that a row of the Trust screen can have. */
export const trustStores: readonly TrustStore[] = [
  data.trustStore,
  {
    ...data.trustStore,
    id: 'chromium',
    state: 'verified',
    path: '/home/ada/.local/share/pki/nssdb',
    needs: 'user',
    evidence: 'Chromium 156 finished a handshake with a certificate of the authority.',
    title: 'Chromium and Chrome',
    group: 'browser',
    serves: ['Chromium', 'Chrome'],
    checks: [
      {
        client: 'Chromium 156.0.7000.1',
        program: '/usr/bin/chromium',
        outcome: 'verified',
        reason: 'It finished a handshake with localhost and asked for a page.',
        at: '2026-11-24T08:00:00.000Z',
      },
    ],
    ledgerId: 'c0ffee',
    canChange: true,
    isDefault: true,
  },
  {
    ...data.trustStore,
    id: 'java:/usr/lib/jvm/java-21',
    state: 'installed',
    path: '/usr/lib/jvm/java-21/lib/security/cacerts',
    evidence: 'Alias sealwire:abcd is there.',
    title: 'Java 21',
    group: 'java',
    serves: ['Java'],
    checks: [
      {
        client: 'Java 21.0.4',
        program: '/usr/lib/jvm/java-21/bin/java',
        outcome: 'refused',
        reason: 'It does not trust the authority: it ended the handshake with the alert “certificate_unknown”.',
        at: '2026-11-24T08:00:00.000Z',
      },
    ],
  },
  {
    ...data.trustStore,
    id: 'env:node',
    path: '/home/ada/.local/share/sealwire/trust/default/env-node',
    needs: 'user',
    state: 'installed',
    evidence: 'The files are there. NODE_EXTRA_CA_CERTS is not set to them where Sealwire runs.',
    title: 'Node.js, by NODE_EXTRA_CA_CERTS',
    group: 'environment',
    serves: ['Node.js'],
    lines: [
      {
        title: 'Set this where Node.js is started:',
        language: 'shell',
        content: 'export NODE_EXTRA_CA_CERTS=/home/ada/.local/share/sealwire/trust/default/env-node/ca.pem\n',
      },
    ],
    canChange: true,
  },
  {
    ...data.trustStore,
    id: 'firefox:work',
    path: '/home/ada/.mozilla/firefox/work',
    needs: 'user',
    evidence: '/home/ada/.mozilla/firefox/work does not hold the authority.',
    title: 'Firefox, profile work',
    group: 'browser',
    serves: ['Firefox'],
    canChange: true,
    isDefault: true,
  },
  {
    ...data.trustStore,
    id: 'android',
    path: 'emulator-5554',
    needs: 'user',
    evidence: 'What the emulator trusts cannot be seen from here.',
    title: 'Android emulator',
    group: 'device',
    serves: ['Android apps'],
    isProven: false,
  },
  {
    ...data.trustStore,
    id: 'firefox:8x2k.default',
    state: 'absent',
    path: '/home/ada/.mozilla/firefox/8x2k.default',
    needs: 'user',
    evidence: 'The program certutil is not on the PATH.',
    title: 'Firefox, profile 8x2k.default',
    group: 'browser',
    serves: ['Firefox'],
    problem: {
      message: 'Firefox keeps its authorities in a database that certutil changes, and certutil is not installed.',
      fix: 'Install it, then look again: `sudo apt install libnss3-tools`.',
    },
  },
];

/** Files for containers, which nothing on this machine reads. */
export const containersStore: TrustStore = {
  ...data.trustStore,
  id: 'containers',
  path: '/home/ada/.local/share/sealwire/trust/default/containers',
  needs: 'user',
  evidence: 'There are no files in /home/ada/.local/share/sealwire/trust/default/containers yet.',
  title: 'Containers, by an override for Compose',
  group: 'container',
  serves: ['web', 'worker'],
  lines: [
    {
      title: 'Start the project with both files:',
      language: 'shell',
      content: 'docker compose -f compose.yaml -f compose.sealwire.yaml up\n',
    },
  ],
  canChange: true,
  isProven: false,
};

/** What stands before the colon of an id. */
function group(id: string): string {
  return id.split(':')[0] ?? '';
}

/** Trust in memory: installing and uninstalling change the stores of the world as the real core would say. */
export function trustHandlers(
  world: { trust: readonly TrustStore[]; ledger: readonly LedgerEntry[] },
  push: (push: Push) => void,
): Pick<Handlers, 'trust.list' | 'trust.plan' | 'trust.install' | 'trust.uninstall' | 'trust.check'> {
  const chosen = (ids: readonly string[]): TrustStore[] =>
    world.trust.filter(
      ({ id, isDefault, state }) => (ids.length === 0 ? isDefault : ids.includes(id)) && state !== 'absent',
    );
  const stepOf = (action: TrustPlan['action'], store: TrustStore): TrustStep => {
    const { id, title, path, needs, canChange, lines } = store;
    const own = { ...data.trustStep, store: id, title, path, needs, byHand: !canChange, seen: `seen ${id}` };
    if (id === data.trustStore.id && action === 'install') return own;
    const change = action === 'install' ? ('change' as const) : ('remove' as const);
    return {
      ...own,
      does: [action === 'install' ? `Add the authority to ${path}` : `Take “Sealwire abcd” out of ${path}`],
      commands:
        group(id) === 'env' ? [] : [`certutil -${action === 'install' ? 'A' : 'D'} -d sql:${path} -n 'Sealwire abcd'`],
      files: [{ path, change }],
      lines: action === 'install' ? lines : [],
      asks:
        group(id) === 'env' && action === 'uninstall'
          ? 'Take out the lines that you have set, or programs will look for a file that is gone.'
          : '',
    };
  };
  /** Changes of the ledger that were asked for by `ledger:` and their id, each with the store that it is about. */
  const changesOf = (ids: readonly string[]): { entry: LedgerEntry; store: TrustStore | undefined }[] =>
    world.ledger
      .filter(({ id }) => ids.includes(`ledger:${id}`))
      .map((entry) => ({ entry, store: world.trust.find(({ id }) => id === entry.change?.store) }));
  const leftovers = (): TrustLeftover[] =>
    changesOf(world.ledger.map(({ id }) => `ledger:${id}`))
      .filter(({ entry }) => entry.change?.store !== undefined && entry.state !== 'undone')
      .filter(({ entry, store }) => entry.state === 'planned' || store === undefined)
      .map(({ entry: { id, what, where, at }, store }) => ({
        ledgerId: id,
        what,
        where,
        at,
        why: store === undefined ? 'store-gone' : 'unfinished',
        finishIn: store?.id ?? null,
      }));
  const takingBack = ({ entry, store }: ReturnType<typeof changesOf>[number]): TrustStep =>
    store === undefined
      ? {
          ...data.trustStep,
          store: `ledger:${entry.id}`,
          title: entry.what,
          path: entry.where,
          needs: 'user',
          does: [`Take back what is left of it in ${entry.where}`],
          commands: [],
          files: [],
          byHand: false,
        }
      : { ...stepOf('uninstall', store), store: `ledger:${entry.id}` };
  const takeBack = (ids: readonly string[]): TrustResult[] => {
    const changes = changesOf(ids);
    const able = changes.filter(({ store }) => store?.canChange !== false);
    const isDone = (entry: LedgerEntry): boolean => able.some((change) => change.entry === entry);
    world.ledger = world.ledger.map((entry) => (isDone(entry) ? { ...entry, state: 'undone' } : entry));
    world.trust = world.trust.map((each) =>
      able.some(({ store }) => store === each) ? { ...each, state: 'not-installed' } : each,
    );
    push({ topic: 'changed', what: ['trust', 'ledger'] });
    return changes.map(({ entry, store }) => ({
      ...data.trustResult,
      store: `ledger:${entry.id}`,
      title: store?.title ?? entry.what,
      ...(isDone(entry)
        ? { outcome: 'done' as const, said: `${entry.where} is as it was before.`, fix: null, commands: [] }
        : { commands: takingBack({ entry, store }).commands }),
    }));
  };
  const reasonWhy = (action: TrustPlan['action'], { state, problem }: TrustStore): string | null => {
    const isThere = state === 'installed' || state === 'verified';
    if (action === 'uninstall') return isThere ? null : 'Nothing of Sealwire is in it.';
    if (problem !== null) return `${problem.message} ${problem.fix}`;
    return isThere ? 'It trusts the authority already.' : null;
  };
  const planned = (action: TrustPlan['action'], ids: readonly string[]): TrustStore[] =>
    ids.length > 0
      ? world.trust.filter(({ id }) => ids.includes(id))
      : action === 'install'
        ? chosen([])
        : [...world.trust];
  const act = (ids: readonly string[], state: TrustStore['state']): { results: TrustResult[] } => {
    const able = chosen(ids).filter(({ canChange }) => canChange);
    world.trust = world.trust.map((store) => (able.includes(store) ? { ...store, state } : store));
    push({ topic: 'changed', what: ['trust', 'ledger'] });
    return {
      results: chosen(ids).map(({ id, title, path, lines, canChange, group: kind }) =>
        canChange
          ? {
              ...data.trustResult,
              store: id,
              title,
              outcome: 'done',
              said: state === 'verified' ? 'It holds the authority now.' : `It is out of ${path}.`,
              fix: null,
              commands: [],
              lines: state === 'verified' ? lines : [],
              checks:
                state === 'verified' && kind !== 'container'
                  ? [
                      {
                        client: title,
                        program: path,
                        outcome: 'verified' as const,
                        reason: 'It finished a handshake.',
                        at: '2026-11-24T08:00:00.000Z',
                      },
                    ]
                  : [],
            }
          : { ...data.trustResult, store: id, title },
      ),
    };
  };

  return {
    'trust.list': async () => ({
      authority: data.trustAuthority,
      stores: [...world.trust],
      leftovers: leftovers(),
      advice: [
        {
          agent: 'nodejs',
          title: 'Node.js',
          setting: 'ELASTIC_APM_SERVER_CA_CERT_FILE',
          groups: [],
          needsStore: false,
          text: 'The Node.js agent is told about the authority by its own setting, so no store needs to trust it.',
        },
      ],
    }),
    'trust.plan': async ({ action, stores }) => ({
      action,
      authority: data.trustAuthority,
      steps: [
        ...planned(action, stores)
          .filter((store) => reasonWhy(action, store) === null)
          .map((store) => stepOf(action, store)),
        ...changesOf(stores).map(takingBack),
      ],
      skipped: planned(action, stores).flatMap((store) => {
        const reason = reasonWhy(action, store);
        return reason === null ? [] : [{ store: store.id, title: store.title, reason }];
      }),
    }),
    'trust.install': async ({ stores }) => act(stores, 'verified'),
    'trust.uninstall': async ({ stores }) => {
      const names = stores.filter((name) => !name.startsWith('ledger:'));
      const changed = takeBack(stores);
      return names.length === 0 && stores.length > 0
        ? { results: changed }
        : { results: [...act(names, 'not-installed').results, ...changed] };
    },
    'trust.check': async ({ stores }) => ({ stores: stores.length === 0 ? [...world.trust] : chosen(stores) }),
  };
}
