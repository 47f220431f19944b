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
  /** Makes the workspace stand in for a real server, from the next start of `up` on: by its files, which stay where they are, and with its token. */
  'server.import': {
    input: z.object({
      /** Whole paths: settings, keystore, certificate, private key, in any order. */
      files: z.array(z.string()).max(10).default([]),
      url: z.string().max(2000).optional(),
      token: z.string().max(65_536).optional(),
      tokenKey: z.string().optional(),
      /** Reads and checks everything, and keeps nothing. */
      dryRun: z.boolean().default(false),
    }),
    output: servers.serverImport,
  },
  /** Stands in for no server any more; its token stays the workspace's. */
  'server.forget': { input: z.object({}), output: z.object({ done: z.literal(true) }) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
