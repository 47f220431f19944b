import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '../host/atomic-write.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';

/** A real server that the workspace stands in for. Files are named and never copied, so that their secrets stay where they are. */
const standsIn = z.object({
  /** The `apm-server.yml` that `up` goes by. */
  config: z.string().nullable(),
  /** Its keystore, where that is not where the settings say. */
  keystore: z.string().nullable(),
  /** Where the server itself is reached. */
  url: z.string().nullable(),
  importedAt: z.string(),
});

export type StandsIn = z.infer<typeof standsIn>;

/** Files of a workspace folder that have to do with it begin so. */
export const STANDS_IN = 'stands-in.';

/** Settings that Sealwire writes where no file of the server's says more than its certificate. */
export function ownSettingsPath(folders: Pick<Folders, 'workspaces'>, workspace: string): string {
  return join(folders.workspaces, workspace, `${STANDS_IN}yml`);
}

/** What was imported last; null where nothing was, or what was kept of it cannot be read. */
export function readStandsIn(
  host: Pick<Host, 'disk'>,
  folders: Pick<Folders, 'workspaces'>,
  workspace: string,
): StandsIn | null {
  const bytes = host.disk.read(pathOf(folders, workspace));
  if (bytes === null) return null;
  try {
    return standsIn.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null;
  } catch {
    // Cut short or edited by hand; an import writes it anew.
    return null;
  }
}

/** Keeps it, in place of what was imported before. */
export function writeStandsIn(
  host: Pick<Host, 'disk' | 'randomBytes'>,
  folders: Pick<Folders, 'workspaces'>,
  workspace: string,
  value: StandsIn,
): void {
  host.disk.makeFolder(join(folders.workspaces, workspace), 0o700);
  writeAtomically(host, pathOf(folders, workspace), `${JSON.stringify(value, null, 2)}\n`);
}

/** Takes it away; what was imported is left as it is. */
export function forgetStandsIn(
  { disk }: Pick<Host, 'disk'>,
  folders: Pick<Folders, 'workspaces'>,
  workspace: string,
): void {
  disk.remove(pathOf(folders, workspace));
  disk.remove(ownSettingsPath(folders, workspace));
}

function pathOf(folders: Pick<Folders, 'workspaces'>, workspace: string): string {
  return join(folders.workspaces, workspace, `${STANDS_IN}json`);
}
