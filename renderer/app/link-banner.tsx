import type { ReactElement } from 'react';
import type { Status } from '../../main/contract/index.ts';
import { useLink } from '../bridge/link.ts';
import { useAct, useBridge } from '../bridge/procedure.ts';
import { inWindowWords } from '../bridge/window-words.ts';
import { Button } from '../ui/button.tsx';
import { Problem } from '../ui/problem.tsx';
import { RestartButton } from './restart-button.tsx';

interface LinkBannerProps {
  readonly status: Status;
  /** To start the endpoint is the next thing on this screen; others have one of their own. */
  readonly isPrimary: boolean;
}

/** What keeps everything below from being true at this moment: no connection to the core, or an endpoint that does not listen. */
export function LinkBanner({ status, isPrimary }: LinkBannerProps): ReactElement | null {
  const { endpoint, initialised } = status;
  const link = useLink();
  const start = useAct('endpoint.start');
  const { restart } = useBridge();

  if (restart !== undefined && (link.state === 'lost' || link.isStopped)) {
    const known = link.problem ?? {
      message: link.isStopped ? 'Sealwire was stopped.' : 'Sealwire does not answer.',
      fix: link.isStopped ? 'Start it again to go on.' : 'It is tried again by itself.',
      canRestart: link.isStopped,
    };
    return (
      <Problem
        tone="attention"
        problem={{ message: `${known.message} What you see is what it last said.`, fix: known.fix }}
      >
        {known.canRestart && <RestartButton restart={restart} />}
      </Problem>
    );
  }
  if (link.state === 'lost' || link.isStopped) {
    return (
      <Problem
        tone="attention"
        problem={{
          message: link.isStopped
            ? 'Sealwire was stopped. What you see is what it last said.'
            : 'The connection to Sealwire is lost. What you see is what it last said.',
          fix: link.isStopped
            ? 'Start it again with `sealwire up`; it prints a new link.'
            : 'This page tries again by itself. If Sealwire was stopped, start it with `sealwire up`.',
        }}
      />
    );
  }
  if (!initialised) return null;
  if (endpoint?.listening === true) {
    return endpoint.problem === null ? null : <Problem tone="failed" problem={inWindowWords(endpoint.problem)} />;
  }
  const failure = start.error ?? endpoint?.problem ?? null;
  const problem = inWindowWords(
    failure ?? {
      message:
        endpoint === null
          ? 'The endpoint is not started. No agent can report.'
          : `The endpoint is stopped. Nothing can reach ${endpoint.url}.`,
      fix: 'Start it; certificates and token stay as they are.',
    },
  );
  return (
    <Problem problem={problem} tone={failure === null ? 'attention' : 'failed'}>
      <Button kind={isPrimary ? 'primary' : 'plain'} isBusy={start.isPending} onClick={() => start.mutate({})}>
        {failure === null ? 'Start endpoint' : 'Try again'}
      </Button>
      <Button isBusy={start.isPending} onClick={() => start.mutate({ port: 0 })}>
        Use any free port
      </Button>
    </Problem>
  );
}
