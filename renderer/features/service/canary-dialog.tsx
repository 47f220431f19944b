import type { ReactElement } from 'react';
import type { Service } from '../../../main/contract/index.ts';
import { useAct } from '../../bridge/procedure.ts';
import { Button } from '../../ui/button.tsx';
import { Fixes } from '../../ui/fixes.tsx';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import styles from './service.module.css';

interface CanaryDialogProps {
  readonly name: string;
  readonly environment: Service['environment'];
  readonly onClose: () => void;
}

const TONES = { verified: 'ok', off: 'failed', unclear: 'waiting', nothing: 'waiting' } as const;

/** Says what a canary does to one connection, lets it out, waits for it and tells what it showed. */
export function CanaryDialog({ name, environment, onClose }: CanaryDialogProps): ReactElement {
  const canary = useAct('attempt.canary');
  const recall = useAct('attempt.recall');
  const { data: answer, error, isPending } = canary;
  const leave = (): void => {
    // Whoever leaves while it waits has called it off: no connection is to fail that nobody looks at.
    if (isPending) recall.mutate({});
    onClose();
  };
  return (
    <Modal title="Does it verify?" onClose={leave}>
      {answer === undefined ? (
        <>
          <p>
            The next new connection of {name} gets a certificate of an authority that nobody trusts, made for this and
            thrown away after it. An agent that verifies turns it down; one that goes on has verification switched off.
          </p>
          <p>
            That one connection fails either way. What it sends is not read, and it does not count for the ladder.
            Agents try again by themselves, and everything is as before.
          </p>
          <p role="status">
            {isPending ? 'Waiting for it, a minute and a half at the most. Use the application, so that it sends.' : ''}
          </p>
        </>
      ) : (
        <div role="status">
          <p className={styles.canarySaid}>
            <StateIcon tone={TONES[answer.result]} /> <span>{answer.said}</span>
          </p>
          {answer.fixes.length > 0 && <Fixes fixes={answer.fixes} isPrimary />}
        </div>
      )}
      {error !== null && <Problem problem={error} />}
      <ModalActions>
        <Button onClick={leave}>{isPending ? 'Call it off' : answer === undefined ? 'Leave it' : 'Close'}</Button>
        {answer === undefined && (
          <Button
            kind="primary"
            isBusy={isPending}
            onClick={() => canary.mutate({ service: name, environment, agreed: true })}
          >
            {isPending ? 'Waiting…' : 'Let one connection fail'}
          </Button>
        )}
      </ModalActions>
    </Modal>
  );
}
