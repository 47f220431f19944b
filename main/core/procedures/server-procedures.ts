import type { Handlers } from '../../contract/index.ts';
import type { PlanParts } from '../handover/plan-server.ts';

type Names = 'server.targets' | 'server.preview' | 'server.export';

/** Procedures about real APM Servers. What they need is loaded with the first of them. */
export function serverProcedures(parts: PlanParts): Pick<Handlers, Names> {
  return {
    'server.targets': async () => {
      const { HANDOVER_TARGETS } = await import('../handover/handover-targets.ts');
      return {
        targets: HANDOVER_TARGETS.map(({ id, title, audience, usualNames, takesPassphrase, takesRequest, since }) => ({
          id,
          title,
          audience,
          usualNames: [...usualNames],
          takesPassphrase,
          takesRequest,
          takesTrial: id === 'compose',
          since,
        })),
      };
    },
    'server.preview': async (wish) => (await import('../handover/hand-over.ts')).previewHandover(parts, wish),
    'server.export': async ({ archive, ...wish }) =>
      (await import('../handover/hand-over.ts')).handOver(parts, wish, archive),
  };
}
