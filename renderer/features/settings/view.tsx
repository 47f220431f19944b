import { lazy, type ReactElement, type ReactNode, Suspense } from 'react';
import { go, usePlace } from '../../app/router.ts';
import type { ScreenProps } from '../../app/screen-props.ts';
import { desktop } from '../../bridge/desktop.ts';
import { useAct, useAnswer } from '../../bridge/procedure.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Segments } from '../../ui/segments.tsx';
import { BrowsersForm } from './browsers-form.tsx';
import { Diagnostics } from './diagnostics.tsx';
import { EndpointForm } from './endpoint-form.tsx';
import { RemoveEverything } from './remove-everything.tsx';
import { RetentionForm } from './retention-form.tsx';
import styles from './settings.module.css';
import { VaultForm } from './vault-form.tsx';

/** Only the desktop window has it, so only there it is loaded. */
const DesktopSection = lazy(() => import('./desktop-section.tsx'));

/** How Sealwire behaves on this machine, and the way to take all of it away. */
export default function Settings({ status }: ScreenProps): ReactElement {
  const settings = useAnswer('settings.get', {});
  const app = useAnswer('app.info', {});
  const theme = useAct('settings.set');
  const wish = usePlace().query.get('do');

  if (settings.data === undefined) {
    return (
      <Page title="Settings">
        {settings.error !== null && (
          <Problem problem={settings.error}>
            <Button onClick={() => void settings.refetch()}>Try again</Button>
          </Problem>
        )}
      </Page>
    );
  }
  const { endpoint, retention, rum } = settings.data;
  return (
    <Page title="Settings">
      <div className={styles.sections}>
        <Section title="Appearance">
          <Segments
            legend="Theme"
            value={settings.data.theme}
            choices={[
              { value: 'system', title: 'As the system' },
              { value: 'light', title: 'Light' },
              { value: 'dark', title: 'Dark' },
            ]}
            onChoose={(value) => theme.mutate({ theme: value })}
          />
          {theme.error !== null && <Problem problem={theme.error} />}
        </Section>
        {desktop() !== null && (
          <Section title="Desktop">
            <Suspense fallback={null}>
              <DesktopSection />
            </Suspense>
          </Section>
        )}
        <Section title="Endpoint">
          <EndpointForm settings={endpoint} status={status} />
        </Section>
        <Section title="Browsers">
          <BrowsersForm
            saved={rum}
            status={status}
            command={app.data?.command ?? 'sealwire'}
            isAsked={wish === 'browsers'}
            onTaken={closeWish}
          />
        </Section>
        <Section title="Where secrets live">
          <VaultForm
            vault={status.vault}
            isInitialised={status.initialised}
            isOpen={status.initialised && wish === 'move'}
            onToggle={(isOpen) => open(isOpen ? 'move' : null)}
          />
        </Section>
        <Section title="Stored events">
          <RetentionForm
            key={`${retention.days} ${retention.megabytes}`}
            retention={retention}
            isPurging={wish === 'purge'}
            onPurging={(isPurging) => open(isPurging ? 'purge' : null)}
          />
        </Section>
        <Section title="About this Sealwire">
          <div className={styles.stack}>
            <Facts
              facts={{
                Version: status.version,
                'Data folder': (
                  <span className={styles.copied}>
                    <code>{status.home}</code>
                    <CopyButton what="the path of the data folder" text={status.home} />
                  </span>
                ),
                Command: app.data === undefined ? null : <code>{app.data.command}</code>,
                Network: 'Nothing leaves this machine unless you ask for it. No telemetry.',
              }}
            />
            <Diagnostics isAsked={wish === 'diagnostics'} onTaken={() => open(null)} />
          </div>
        </Section>
        <Section title="Remove everything">
          <RemoveEverything isOpen={wish === 'remove'} onToggle={(isOpen) => open(isOpen ? 'remove' : null)} />
        </Section>
      </div>
    </Page>
  );
}

/** What is open stands in the address, so that Back closes it and a command can lead to it. */
function open(what: string | null): void {
  if (what === null) go('/settings', 'replace');
  else go(`/settings?do=${what}`);
}

function closeWish(): void {
  open(null);
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      <div className={styles.stack}>{children}</div>
    </section>
  );
}
