import { type ReactElement, useEffect } from 'react';
import { desktop } from '../bridge/desktop.ts';
import { useLink } from '../bridge/link.ts';
import { useAnswer, useBridge } from '../bridge/procedure.ts';
import { VaultLocked } from '../features/vault/vault-locked.tsx';
import { Button } from '../ui/button.tsx';
import { Problem } from '../ui/problem.tsx';
import { Frame } from './frame.tsx';
import styles from './gate.module.css';
import { RestartButton } from './restart-button.tsx';
import { SessionRefused } from './session-refused.tsx';
import { applyTheme } from './theme.ts';

/** What stands between opening the page and its screens: no session, no answer yet, a locked vault. */
export function Gate(): ReactElement | null {
  const link = useLink(({ state }) => state);
  const linkProblem = useLink(({ problem }) => problem);
  const { restart } = useBridge();
  const isRefused = link === 'refused';
  const status = useAnswer('status', {}, { enabled: !isRefused });
  const settings = useAnswer('settings.get', {}, { enabled: !isRefused });
  const theme = settings.data?.theme ?? 'system';

  useEffect(() => {
    applyTheme(theme);
    // Title bar and native menus follow; where they do not, the page is right all the same.
    void desktop()
      ?.setTheme(theme)
      .catch(() => undefined);
  }, [theme]);

  if (isRefused || status.error?.code === 'SESSION_REFUSED') return <SessionRefused />;
  if (status.data === undefined || settings.isPending) {
    return (
      <main className={styles.centre}>
        {linkProblem !== null && restart !== undefined ? (
          <>
            <h1 className="visually-hidden">Sealwire is not running</h1>
            <Problem problem={linkProblem}>{linkProblem.canRestart && <RestartButton restart={restart} />}</Problem>
          </>
        ) : status.error === null ? (
          <p className={styles.opening} role="status">
            Opening Sealwire…
          </p>
        ) : (
          <Problem problem={{ message: status.error.message, fix: status.error.fix }}>
            <Button onClick={() => void status.refetch()}>Try again</Button>
          </Problem>
        )}
      </main>
    );
  }
  if (status.data.initialised && status.data.vault.state === 'locked') return <VaultLocked vault={status.data.vault} />;
  return <Frame status={status.data} />;
}
