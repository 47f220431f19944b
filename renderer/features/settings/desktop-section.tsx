import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { DesktopFace, DesktopSettings } from '../../../main/contract/index.ts';
import { asCallError } from '../../bridge/call-error.ts';
import { desktop } from '../../bridge/desktop.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { CommandOnPath } from './command-on-path.tsx';
import { LicencesDialog } from './licences-dialog.tsx';
import styles from './settings.module.css';
import { UpdateState } from './update-state.tsx';

const SETTINGS_KEY = ['desktop', 'settings'];

/** What only the desktop window has: starting with the system, the tray, notifications, updates, the command, licences. */
export default function DesktopSection(): ReactElement | null {
  const face = desktop();
  return face === null ? null : <Choices face={face} />;
}

function Choices({ face }: { readonly face: DesktopFace }): ReactElement {
  const cache = useQueryClient();
  const facts = useQuery({ queryKey: ['desktop', 'facts'], queryFn: () => face.facts() });
  const settings = useQuery({ queryKey: SETTINGS_KEY, queryFn: () => face.settings() });
  const [showsLicences, setShowsLicences] = useState(false);
  const change = useMutation({
    mutationFn: (wish: Partial<DesktopSettings>) => face.changeSettings(wish),
    onSuccess: (changed) => cache.setQueryData(SETTINGS_KEY, changed),
  });
  const problem = facts.error ?? settings.error ?? change.error;
  const { data: chosen } = settings;
  const { data: known } = facts;
  return (
    <>
      {problem !== null && <Problem problem={asCallError(problem)} />}
      {chosen !== undefined && known !== undefined && (
        <>
          <Toggle
            label="Start when I log in"
            hint={
              known.canStartAtLogin
                ? 'Sealwire starts without its window, so that your applications find the endpoint.'
                : 'Only an installed Sealwire can; this one runs from a folder.'
            }
            isOn={chosen.startAtLogin && known.canStartAtLogin}
            isDisabled={!known.canStartAtLogin}
            onChange={(startAtLogin) => change.mutate({ startAtLogin })}
          />
          <Toggle
            label="Stay in the tray when the window is closed"
            hint={
              known.hasTray
                ? 'The endpoint goes on listening. Quit from the tray ends it.'
                : 'This desktop has no tray, so closing the window quits Sealwire.'
            }
            isOn={chosen.staysInTray && known.hasTray}
            isDisabled={!known.hasTray}
            onChange={(staysInTray) => change.mutate({ staysInTray })}
          />
          <Toggle
            label="Notify me"
            hint="When a service stops at a rung, and before a certificate expires."
            isOn={chosen.notifies}
            onChange={(notifies) => change.mutate({ notifies })}
          />
          <Toggle
            label="Look for updates once a day"
            hint="Asks the page where releases of Sealwire are published whether there is a newer version. That page sees your address and your version, nothing else."
            isOn={chosen.looksForUpdates}
            onChange={(looksForUpdates) => change.mutate({ looksForUpdates })}
          />
          <UpdateState face={face} version={known.version} />
          <CommandOnPath />
          <div className={styles.between}>
            <Facts facts={{ Electron: known.electron }} />
            <Button onClick={() => setShowsLicences(true)}>Third-party licences</Button>
          </div>
        </>
      )}
      {showsLicences && <LicencesDialog face={face} onClose={() => setShowsLicences(false)} />}
    </>
  );
}
