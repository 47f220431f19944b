import { join } from 'node:path';
import type { WorkspaceState } from './workspace-state.ts';

/** The file that agents are given, with every authority that they should trust; where secrets last for this session, the one that lasts for this run. Null before the first click. */
export function caPath({ store, durable, record, sessionCa }: WorkspaceState): string | null {
  if (store !== durable) return sessionCa;
  const current = record?.authorities.find((authority) => authority.current);
  if (current === undefined) return null;
  // A disk that could not take it leaves the authority's own file.
  if (durable.host.disk.facts(durable.bundlePath) !== null) return durable.bundlePath;
  return join(durable.authorityFolder(current.id), 'ca.pem');
}
