import type { ChangedTopic, Handlers } from '../../contract/index.ts';
import type { MergeParts } from '../handover/merge-server-file.ts';
import type { ImportParts } from '../server/import-server.ts';

type Names = 'server.targets' | 'server.preview' | 'server.export' | 'server.merge' | 'server.import' | 'server.forget';

/** Procedures about real APM Servers. What they need is loaded with the first of them. */
export function serverProcedures(
  parts: MergeParts & ImportParts & { didChange(what: ChangedTopic[]): void },
): Pick<Handlers, Names> {
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
    'server.merge': async ({ to, agreed, seen, ...wish }) => {
      const { mergeServerFile } = await import('../handover/merge-server-file.ts');
      const answer = await mergeServerFile(parts, wish, { to, agreed, seen });
      if (answer.applied) parts.didChange(['ledger']);
      return answer;
    },
    'server.import': async (wish) => {
      const { importServer } = await import('../server/import-server.ts');
      return importServer(parts, wish);
    },
    'server.forget': async () => {
      const { forgetStandsIn } = await import('../server/stands-in.ts');
      forgetStandsIn(parts.host, parts.folders, parts.security.workspace);
      return { done: true };
    },
  };
}
