import type { Host } from '../host/host.ts';
import { realProcFiles } from '../host/proc-files.ts';
import { createLinuxOwnerLookup } from './owner-linux.ts';
import { noOwnerLookup, type OwnerLookup } from './owner-lookup.ts';

/** The look-up of socket owners that fits this machine. */
export function ownerLookupFor(host: Host): OwnerLookup {
  if (host.platform === 'linux' && host.userId !== null) {
    return createLinuxOwnerLookup({ proc: realProcFiles, userId: host.userId, nowMs: () => performance.now() });
  }
  return noOwnerLookup(
    'On this system Sealwire does not look up which process made a connection; it goes by the process that `run` started and by what the agent says of itself.',
  );
}
