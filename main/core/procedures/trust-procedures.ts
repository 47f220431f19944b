import type { Handlers } from '../../contract/index.ts';

type Names = 'trust.list' | 'trust.plan' | 'trust.install' | 'trust.uninstall' | 'trust.check';

/** Procedures about the trust stores of this machine. */
export function trustProcedures(): Pick<Handlers, Names> {
  return {
    'trust.list': async () => ({ authority: null, stores: [], advice: [] }),
    'trust.plan': async ({ action }) => ({ action, authority: null, steps: [], skipped: [] }),
    'trust.install': async () => ({ results: [] }),
    'trust.uninstall': async () => ({ results: [] }),
    'trust.check': async () => ({ stores: [] }),
  };
}
