import type { Handlers, Notice } from '../../contract/index.ts';
import type { AgentConfigBook } from '../agent-config/agent-config-book.ts';
import { canaryNotices } from '../canary/canary-notices.ts';
import { exposureNotice } from '../endpoint/exposure-notice.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import { networkDiskNotice } from '../host/network-disk.ts';
import type { Live } from '../live/live.ts';
import type { Ledger, Preferences, Security } from '../parts.ts';
import type { ServerFile } from '../server/read-server-file.ts';
import { serverFileNotices } from '../server/server-file-notices.ts';
import type { AppFacts } from './app-procedures.ts';
import type { EndpointControl } from './endpoint-control.ts';
import { keptAsideNotice } from './kept-aside-notice.ts';

/** The one picture of everything: what is kept, what listens, who reports, and what needs the person. */
export function statusOf(parts: {
  readonly host: Host;
  readonly folders: Folders;
  readonly facts: AppFacts;
  readonly security: Security;
  readonly preferences: Preferences;
  readonly ledger: Ledger;
  readonly agentConfig: Pick<AgentConfigBook, 'notices'>;
  readonly live: Live;
  readonly endpoint: Pick<EndpointControl, 'rum'>;
  readonly serverFile: ServerFile | null;
}): Handlers['status'] {
  const { host, folders, facts, security, preferences, ledger, agentConfig, live, serverFile } = parts;
  // Where the folder lies does not change while it is in use.
  let disk: Promise<Notice | null> | null = null;
  return async () => {
    disk ??= networkDiskNotice(host, folders.home);
    const onNetwork = await disk;
    const { store, evidence, endpoint, relay, rehearsal } = await live.open();
    const state = endpoint.state();
    const exposed = exposureNotice(state);
    const services = evidence.services();
    const notices: Notice[] = [
      ...security.notices(),
      ...preferences.notices(),
      ...ledger.notices(),
      ...agentConfig.notices(),
      ...store.notices(),
      ...serverFileNotices(serverFile),
      ...canaryNotices(services),
      ...(relay?.notices() ?? []),
      ...rehearsal.notices(),
      ...(onNetwork === null ? [] : [onNetwork]),
      ...(exposed === null ? [] : [exposed]),
    ];
    const earlier = keptAsideNotice(host, folders, notices);
    return {
      workspace: security.workspace,
      initialised: security.initialised(),
      endpoint: endpoint.hasStarted() ? state : null,
      rum: parts.endpoint.rum(),
      relay: relay?.state() ?? null,
      authorities: security.authorities(),
      certificates: security.certificates(),
      tokens: security.tokens(),
      vault: security.vault(),
      services,
      notices: earlier === null ? notices : [...notices, earlier],
      version: facts.version,
      home: facts.home,
    };
  };
}
