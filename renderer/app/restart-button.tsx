import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';

/** Starts a core anew that died or hangs; what comes of it is told by the link. */
export function RestartButton({ restart }: { readonly restart: () => Promise<void> }): ReactElement {
  const restarting = useMutation({ mutationFn: restart, networkMode: 'always' });
  return (
    <>
      {restarting.error !== null && <p>{restarting.error.message}</p>}
      <Button kind="primary" isBusy={restarting.isPending} onClick={() => restarting.mutate()}>
        {restarting.isPending ? 'Starting…' : 'Start it again'}
      </Button>
    </>
  );
}
