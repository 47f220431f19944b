import { Secret } from '../../main/contract/index.ts';
import { DEFAULT_SERVER_SETTINGS } from '../../main/core/endpoint/server-settings.ts';
import { previewHandover } from '../../main/core/handover/hand-over.ts';
import type { MergeParts } from '../../main/core/handover/merge-server-file.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { serverProcedures } from '../../main/core/procedures/server-procedures.ts';
import type { ImportParts } from '../../main/core/server/import-server.ts';
import * as data from './fake-ui-data.ts';

/** The real previews, of a workspace that issues nothing: what is saved is an archive of nothing. */
export function serverHandlers(): ReturnType<typeof serverProcedures> {
  const nothing = async (): Promise<never> => {
    throw new Error('nothing is issued here');
  };
  const parts: MergeParts & ImportParts = {
    host: { ...realHost(), userId: 1000 },
    folders: { undo: '/none', workspaces: '/none' },
    ledger: { list: () => [], plan: () => 'entry-1', mark: () => undefined, notices: () => [] },
    security: {
      workspace: 'default',
      initialised: () => true,
      adoptToken: nothing,
      issueCertificate: nothing,
      exportMaterial: nothing,
      showToken: async () => new Secret(data.UI_TOKEN),
      signable: () => ({ permitted: null }),
    },
    serverSettings: () => DEFAULT_SERVER_SETTINGS,
  };
  return {
    ...serverProcedures({ ...parts, didChange: () => undefined }),
    'server.export': async ({ archive: _, ...wish }) => {
      const { target, url, names, steps, notes } = await previewHandover(parts, wish);
      const file = {
        name: `apm-server-${target}.tar.gz`,
        mediaType: 'application/gzip',
        base64: 'H4sI',
        isSecret: true,
      };
      return { target, url, names, steps, notes, files: [file], certificate: 'leaf-9' };
    },
  };
}
