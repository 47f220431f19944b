import { type ChangedTopic, type Handlers, Secret } from '../../contract/index.ts';
import type { Preferences, Security } from '../parts.ts';
import type { EndpointControl } from './endpoint-control.ts';

type Names = 'init.plan' | 'init.run' | 'vault.status' | 'vault.use' | 'vault.unlock' | 'settings.get' | 'settings.set';

/** Procedures about the one click, and what is kept beside certificates and tokens: vault and settings. */
export function securityProcedures(
  security: Security,
  preferences: Preferences,
  endpoint: EndpointControl,
  didChange: (what: ChangedTopic[]) => void,
): Pick<Handlers, Names> {
  return {
    'init.plan': async ({ port }) => ({
      initialised: security.initialised(),
      ...(await security.plan()),
      url: endpoint.url(port),
      portProblem: await endpoint.portProblem(port),
    }),
    'init.run': async (input) => {
      const made = await security.initialise(input);
      if (!input.listen) return { ...made, endpoint: null, vault: security.vault() };
      const startedAt = performance.now();
      const listening = await endpoint.start(input.port === undefined ? {} : { port: input.port });
      const milliseconds = performance.now() - startedAt;
      return { ...made, endpoint: { ...listening, milliseconds }, vault: security.vault() };
    },
    'vault.status': async () => security.vault(),
    'vault.use': async ({ use, passphrase }) =>
      security.useVault(use, passphrase === undefined ? null : new Secret(passphrase)),
    'vault.unlock': async ({ passphrase }) => security.unlockVault(new Secret(passphrase)),
    'settings.get': async () => preferences.get(),
    'settings.set': async (change) => {
      const settings = preferences.set(withoutGaps(change));
      didChange(['settings']);
      return settings;
    },
  };
}

/** zod hands on keys that were left out as undefined; a change holds only what is to change. */
function withoutGaps<T extends object>(change: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}
