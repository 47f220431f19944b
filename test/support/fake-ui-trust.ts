import type { Handlers, Push, TrustResult, TrustStep, TrustStore } from '../../main/contract/index.ts';
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
    evidence: 'Alias sealwire:abcd is there; it was not checked by a handshake yet.',
    title: 'Java 21',
    group: 'java',
    serves: ['Java'],
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
      fix: 'sudo apt install libnss3-tools',
    },
  },
];

/** Trust in memory: installing and uninstalling change the stores of the world as the real core would say. */
export function trustHandlers(
  world: { trust: readonly TrustStore[] },
  push: (push: Push) => void,
): Pick<Handlers, 'trust.list' | 'trust.plan' | 'trust.install' | 'trust.uninstall' | 'trust.check'> {
  const chosen = (ids: readonly string[]): TrustStore[] =>
    world.trust.filter(
      ({ id, isDefault, state }) => (ids.length === 0 ? isDefault : ids.includes(id)) && state !== 'absent',
    );
  const stepOf = ({ id, title, path, needs, canChange }: TrustStore): TrustStep => ({
    ...data.trustStep,
    store: id,
    title,
    path,
    needs,
    byHand: !canChange,
  });
  const act = (ids: readonly string[], state: TrustStore['state']): { results: TrustResult[] } => {
    const able = chosen(ids).filter(({ canChange }) => canChange);
    world.trust = world.trust.map((store) => (able.includes(store) ? { ...store, state } : store));
    push({ topic: 'changed', what: ['trust', 'ledger'] });
    return {
      results: chosen(ids).map(({ id, title, canChange }) =>
        canChange
          ? {
              ...data.trustResult,
              store: id,
              title,
              outcome: 'done',
              said: `${title} is changed.`,
              fix: null,
              commands: [],
            }
          : { ...data.trustResult, store: id, title },
      ),
    };
  };

  return {
    'trust.list': async () => ({
      authority: data.trustAuthority,
      stores: [...world.trust],
      advice: [
        {
          agent: 'nodejs',
          title: 'Node.js',
          setting: 'ELASTIC_APM_SERVER_CA_CERT_FILE',
          needsStore: false,
          text: 'The Node.js agent is told about the authority by its own setting, so no store needs to trust it.',
        },
      ],
    }),
    'trust.plan': async ({ action, stores }) => ({
      action,
      authority: data.trustAuthority,
      steps: chosen(stores).map(stepOf),
      skipped: [],
    }),
    'trust.install': async ({ stores }) => act(stores, 'verified'),
    'trust.uninstall': async ({ stores }) => act(stores, 'not-installed'),
    'trust.check': async ({ stores }) => ({ stores: stores.length === 0 ? [...world.trust] : chosen(stores) }),
  };
}
