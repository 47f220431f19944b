import { type ReactElement, useState } from 'react';
import type { Rehearsal } from '../../../main/contract/index.ts';
import { useAct } from '../../bridge/procedure.ts';
import { Button } from '../../ui/button.tsx';
import { plural } from '../../ui/format.ts';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Prose } from '../../ui/prose.tsx';
import { RadioRows } from '../../ui/radio-rows.tsx';
import { StateIcon, type Tone } from '../../ui/state-icon.tsx';
import styles from './rehearsal-dialog.module.css';

type Change = Rehearsal['change'];
type Line = Rehearsal['services'][number];

const SECONDS = 60;
const TONES: Readonly<Record<Line['result'], Tone>> = { lost: 'failed', unseen: 'waiting', stays: 'ok' };
const WORDS: Readonly<Record<Line['result'], string>> = {
  lost: 'would be lost',
  unseen: 'not seen',
  stays: 'stays',
};

interface RehearsalDialogProps {
  readonly hasRetiring: boolean;
  readonly onClose: () => void;
}

/** Plays a change of token or certificate for a minute with the person's own agents, and tells who would be lost by it. */
export function RehearsalDialog({ hasRetiring, onClose }: RehearsalDialogProps): ReactElement {
  const [change, setChange] = useState<Change>(hasRetiring ? 'token' : 'certificate');
  const play = useAct('rehearsal.run');
  const end = useAct('rehearsal.end');
  const { data: played, error, isPending } = play;
  const leave = (): void => {
    // Nobody is to be refused for a report that nobody reads.
    if (isPending) end.mutate({});
    onClose();
  };
  return (
    <Modal title="Play a change" isWide onClose={leave}>
      {played === undefined ? (
        <>
          <RadioRows
            legend="What is to be changed"
            value={change}
            onChoose={setChange}
            rows={[
              {
                value: 'token',
                title: 'The retiring tokens end',
                hint: hasRetiring
                  ? 'They are refused, as if they had been retired.'
                  : 'There is none. Rotate first, and give your agents the new token.',
                isDisabled: !hasRetiring,
              },
              {
                value: 'certificate',
                title: 'The certificate is renewed with a new key',
                hint: 'New connections get it, and open ones end after their next answer. An agent that pins the present one turns it down.',
              },
            ]}
          />
          <p>
            What an agent sends while it is refused is lost. After a minute everything is as before, and you see who
            would have been cut off.
          </p>
          <p role="status">{isPending ? 'Use your applications now, so that they send.' : ''}</p>
        </>
      ) : (
        <Report services={played.services} />
      )}
      {error !== null && <Problem problem={error} />}
      <ModalActions>
        {isPending ? (
          <Button onClick={() => end.mutate({})}>End it now</Button>
        ) : (
          <Button onClick={leave}>{played === undefined ? 'Leave it' : 'Close'}</Button>
        )}
        {played === undefined && (
          <Button
            kind="primary"
            isBusy={isPending}
            onClick={() => play.mutate({ change, seconds: SECONDS, agreed: true })}
          >
            {isPending ? 'Playing…' : 'Play it for a minute'}
          </Button>
        )}
      </ModalActions>
    </Modal>
  );
}

function Report({ services }: { readonly services: readonly Line[] }): ReactElement {
  const lost = services.filter(({ result }) => result === 'lost').length;
  return (
    <div role="status">
      <p className={styles.verdict}>
        {services.length === 0
          ? 'No service is known yet, and none came meanwhile.'
          : lost === 0
            ? 'Nobody who came would have been lost.'
            : `${plural(lost, 'service', 'services')} would have been lost.`}
      </p>
      <ul className={styles.lines}>
        {services.map(({ service, environment, result, why, fix }) => (
          <li key={JSON.stringify([service, environment])} className={styles.line}>
            <StateIcon tone={TONES[result]} />
            <div>
              <strong>{service ?? 'unidentified'}</strong> {environment} {WORDS[result]}. {why}
              {result === 'lost' && fix !== null && (
                <p className={styles.fix}>
                  <Prose text={fix} />
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
