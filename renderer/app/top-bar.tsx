import { Search } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Status } from '../../main/contract/index.ts';
import { useLink } from '../bridge/link.ts';
import { Badge } from '../ui/badge.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { StateIcon } from '../ui/state-icon.tsx';
import { Link } from './link.tsx';
import { IS_MAC } from './shortcut.ts';
import styles from './top-bar.module.css';

interface TopBarProps {
  readonly status: Status;
  readonly onPalette: () => void;
}

/** Which workspace this is, how the endpoint stands, where secrets live. */
export function TopBar({ status, onPalette }: TopBarProps): ReactElement {
  return (
    <header className={styles.bar} data-window-drag="">
      <EndpointPill status={status} />
      {status.initialised && <VaultBadge vault={status.vault} />}
      {status.workspace !== 'default' && <Badge>Workspace {status.workspace}</Badge>}
      <button type="button" className={styles.palette} onClick={onPalette} aria-keyshortcuts="Control+K Meta+K">
        <Search size={14} aria-hidden="true" />
        <span className={styles.find}>Find anything</span>
        <kbd>{IS_MAC ? '⌘ K' : 'Ctrl K'}</kbd>
      </button>
    </header>
  );
}

function EndpointPill({ status }: { readonly status: Status }): ReactElement {
  const link = useLink();
  const { endpoint } = status;
  if (link.state === 'lost') {
    return (
      <span className={styles.pill}>
        <StateIcon tone="waiting" size={12} />
        <span>Not connected to Sealwire</span>
      </span>
    );
  }
  if (!status.initialised) {
    return (
      <span className={styles.pill}>
        <StateIcon tone="waiting" size={12} />
        <span>Endpoint not started</span>
      </span>
    );
  }
  if (endpoint?.listening !== true) {
    const hasFailed = endpoint !== null && endpoint.problem !== null;
    return (
      <span className={styles.pill}>
        <StateIcon tone={hasFailed ? 'failed' : 'waiting'} size={12} />
        <span>{hasFailed ? 'Endpoint not listening' : 'Endpoint stopped'}</span>
      </span>
    );
  }
  return (
    <span className={styles.pill} data-endpoint="listening">
      <StateIcon tone={endpoint.problem === null ? 'ok' : 'failed'} size={12} />
      <span className="visually-hidden">Endpoint listening on </span>
      <code>{endpoint.url}</code>
      <CopyButton what="the endpoint address" text={endpoint.url} />
    </span>
  );
}

function VaultBadge({ vault }: { readonly vault: Status['vault'] }): ReactElement {
  const title = vault.reason ?? (vault.persistent ? 'Secrets are kept here' : 'Secrets last until Sealwire stops');
  return (
    <Link to="/settings" className={styles.vault} title={title}>
      <Badge {...(vault.persistent ? {} : { tone: 'attention' as const })}>
        <span className="visually-hidden">Secrets: </span>
        {vault.label}
      </Badge>
    </Link>
  );
}
