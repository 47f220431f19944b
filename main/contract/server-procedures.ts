import { z } from 'zod';
import * as servers from './server-shapes.ts';

/** Procedures that hand the workspace's security over to a real APM Server. */
export const SERVER_PROCEDURES = {
  'server.targets': { input: z.object({}), output: z.object({ targets: z.array(servers.serverTarget) }) },
  /** What `server.export` would make; nothing is made, and no secret is in the answer. */
  'server.preview': { input: servers.serverWish, output: servers.serverPreview },
  /** The files for a server, token and private key included; issues its certificate where the authority is to. With `archive` they are one file, `.tar.gz`. */
  'server.export': {
    input: servers.serverWish.extend({ archive: z.boolean().default(false) }),
    output: servers.serverExport,
  },
  /** Brings the settings into an `apm-server.yml` that is there; without `agreed` it only shows the change. `seen` is what an earlier answer said of the file. */
  'server.merge': {
    input: servers.serverWish.extend({
      /** Whole path of the file. */
      to: z.string(),
      agreed: z.boolean().default(false),
      seen: z.string().optional(),
    }),
    output: servers.mergedServerFile,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
