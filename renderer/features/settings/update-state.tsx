import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import type { DesktopFace, DesktopUpdate } from '../../../main/contract/index.ts';
import { asCallError } from '../../bridge/call-error.ts';
import { Button } from '../../ui/button.tsx';
import { momentOf } from '../../ui/format.ts';
import { Problem } from '../../ui/problem.tsx';
import styles from './settings.module.css';

const KEY = ['desktop', 'update'];

interface UpdateStateProps {
  readonly face: DesktopFace;
  readonly version: string;
}

/** Whether there is a newer version, and the one next step: look, download, install. Each happens only when it is pressed. */
export function UpdateState({ face, version }: UpdateStateProps): ReactElement | null {
  const cache = useQueryClient();
  const update = useQuery({ queryKey: KEY, queryFn: () => face.update() });
  const act = useMutation({
    mutationFn: (step: () => Promise<DesktopUpdate | undefined>) => step(),
    onSuccess: (found) => {
      if (found !== undefined) cache.setQueryData(KEY, found);
    },
  });

  useEffect(() => face.onUpdate((found) => cache.setQueryData(KEY, found)), [face, cache]);

  const problem = update.error ?? act.error;
  if (problem !== null) return <Problem problem={asCallError(problem)} />;
  if (update.data === undefined) return null;
  const { words, step } = shownAs(update.data, face, version);
  return (
    <div className={styles.stack}>
      {update.data.state === 'failed' && <Problem problem={update.data} />}
      <div className={styles.between}>
        <div role="status">
          <p>{words}</p>
          {update.data.state === 'fetching' && (
            <progress className={styles.progress} max={100} value={update.data.percent} aria-label="Downloaded" />
          )}
        </div>
        {step !== null && (
          <Button
            kind={step.isPrimary ? 'primary' : 'plain'}
            isBusy={act.isPending}
            onClick={() => act.mutate(step.take)}
          >
            {act.isPending ? step.during : step.label}
          </Button>
        )}
      </div>
      {update.data.state === 'available' && update.data.notes !== '' && (
        <details>
          <summary>What is new in {update.data.version}</summary>
          <p className={styles.notes}>{update.data.notes}</p>
        </details>
      )}
    </div>
  );
}

interface Shown {
  readonly words: string;
  readonly step: {
    readonly label: string;
    readonly during: string;
    readonly isPrimary: boolean;
    readonly take: () => Promise<DesktopUpdate | undefined>;
  } | null;
}

function shownAs(update: DesktopUpdate, face: DesktopFace, version: string): Shown {
  const look = { label: 'Look now', during: 'Looking…', isPrimary: false, take: () => face.checkForUpdate() };
  switch (update.state) {
    case 'off':
      return { words: update.reason, step: look };
    case 'current':
      return update.checkedAt === null
        ? { words: `This is version ${version}. It has not been looked for a newer one yet.`, step: look }
        : { words: `Version ${version} is the newest. Looked ${momentOf(update.checkedAt)}.`, step: look };
    case 'available':
      return {
        words: `Version ${update.version} is there; you have ${version}.`,
        step: { label: 'Download', during: 'Downloading…', isPrimary: true, take: () => face.fetchUpdate() },
      };
    case 'fetching':
      return { words: `Downloading version ${update.version}: ${Math.round(update.percent)} %.`, step: null };
    case 'ready':
      return {
        words: `Version ${update.version} is downloaded and its signature is checked.`,
        step: {
          label: 'Install and restart',
          during: 'Restarting…',
          isPrimary: true,
          take: () => face.installUpdate().then(() => undefined),
        },
      };
    case 'failed':
      return { words: `This is version ${version}.`, step: { ...look, label: 'Try again' } };
  }
}
