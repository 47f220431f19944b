import type { ReactElement } from 'react';
import { useAct } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';

interface RotateDialogProps {
  readonly usedBy: readonly string[];
  readonly onClose: () => void;
}

/** Says what rotating does to whom, then does it. */
export function RotateDialog({ usedBy, onClose }: RotateDialogProps): ReactElement {
  const rotate = useAct('token.rotate');
  return (
    <Modal title="Rotate the secret token" onClose={onClose}>
      <p>
        A new token becomes the active one. The present one stays accepted until you retire it, so nothing stops
        reporting today.
      </p>
      <p>
        {usedBy.length === 0
          ? 'No service has used the present token yet.'
          : `${usedBy.join(', ')} ${usedBy.length === 1 ? 'uses' : 'use'} the present token. Give ${usedBy.length === 1 ? 'it' : 'them'} the new one, then retire the old one.`}
      </p>
      {rotate.error !== null && <Problem problem={rotate.error} />}
      <ModalActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          kind="primary"
          isBusy={rotate.isPending}
          onClick={() =>
            rotate.mutate(
              {},
              {
                onSuccess: () => {
                  announceVisibly('A new token is active. The old one is still accepted.');
                  onClose();
                },
              },
            )
          }
        >
          {rotate.isPending ? 'Rotating…' : 'Rotate'}
        </Button>
      </ModalActions>
    </Modal>
  );
}
