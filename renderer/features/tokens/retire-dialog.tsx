import type { ReactElement } from 'react';
import type { Token } from '../../../main/contract/index.ts';
import { useAct } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { timeAgo } from '../../ui/format.ts';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useNow } from '../../ui/use-now.ts';

interface RetireDialogProps {
  readonly token: Token;
  readonly onClose: () => void;
}

/** Says who is cut off when a token is retired, then retires it. */
export function RetireDialog({ token, onClose }: RetireDialogProps): ReactElement {
  const retire = useAct('token.retire');
  const now = useNow();
  return (
    <Modal title="Retire this token" onClose={onClose}>
      <p>
        It is refused from then on, at once and for good.{' '}
        {token.lastUsedAt === null
          ? 'Nobody has used it.'
          : `${token.usedBy.join(', ') || 'Somebody'} used it ${timeAgo(token.lastUsedAt, now)} and cannot report any more until it has the active one.`}
      </p>
      {retire.error !== null && <Problem problem={retire.error} />}
      <ModalActions>
        <Button onClick={onClose}>Keep it</Button>
        <Button
          kind="danger"
          isBusy={retire.isPending}
          onClick={() =>
            retire.mutate(
              { id: token.id },
              {
                onSuccess: () => {
                  announceVisibly('The token is retired.');
                  onClose();
                },
              },
            )
          }
        >
          {retire.isPending ? 'Retiring…' : 'Retire'}
        </Button>
      </ModalActions>
    </Modal>
  );
}
