import { createAgents } from '../main/core/agents/agents.ts';
import { loadCatalogue } from '../main/core/agents/catalogue.ts';
import { realHost } from '../main/core/host/real-host.ts';
import { type Bench, type Finding, median, percentile } from './bench.ts';

/** Rounds over the whole catalogue, after one that does not count. */
const ROUNDS = 5;

/** Every agent in every form and framework, one snippet after the other, as Connect asks for them. */
export const bench: Bench = {
  name: 'a snippet, the slowest of every agent, form and framework',
  target: '≤ 5 ms',
  run: async (): Promise<Finding> => {
    const catalogue = await loadCatalogue();
    const agents = createAgents({
      catalogue,
      host: realHost(),
      endpointUrl: () => 'https://localhost:8200',
      caPath: () => '/home/ada/.local/share/sealwire/workspaces/default/ca.pem',
      auth: () => 'token',
      command: 'sealwire',
      truststore: async () => '/home/ada/truststore.jks',
      startedIn: '/home/ada/shop',
    });
    const wishes = (await agents.list()).flatMap(({ id: agent, forms, frameworks }) =>
      forms.flatMap(({ as }) => frameworks.map(({ id: framework }) => ({ agent, as, framework, service: 'shop' }))),
    );
    // The slowest snippet is the one whose middle run is: a single run may meet whatever else the machine does.
    const taken = new Map<string, number[]>();
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const wish of wishes) {
        const startedAt = performance.now();
        await agents.show({ ...wish, reveal: false }, null);
        const name = `${wish.agent} ${wish.as} ${wish.framework}`;
        if (round > 0) taken.set(name, [...(taken.get(name) ?? []), performance.now() - startedAt]);
      }
    }
    const medians = [...taken.values()].map(median);
    return {
      figure: Math.max(...medians),
      unit: 'ms',
      note: `${wishes.length} snippets; median ${median(medians).toFixed(2)} ms, p99 of all runs ${percentile([...taken.values()].flat(), 0.99).toFixed(2)} ms`,
    };
  },
};
