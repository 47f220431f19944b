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
  /** Services whose last request came with it. */
  readonly users: readonly string[];
  readonly onClose: () => void;
}

/** Says who is cut off when a token is retired, then retires it. */
export function RetireDialog({ token, users, onClose }: RetireDialogProps): ReactElement {
  const retire = useAct('token.retire');
  const now = useNow();
  return (
    <Modal title="Retire this token" onClose={onClose}>
      <p>
        It is refused from then on, at once and for good.{' '}
        {users.length > 0
          ? `${users.join(', ')} still ${users.length === 1 ? 'uses' : 'use'} it and cannot report any more until ${users.length === 1 ? 'it has' : 'they have'} the active one.`
          : token.lastUsedAt === null
            ? 'Nobody has used it.'
            : `Last used ${timeAgo(token.lastUsedAt, now)}; every service that is known here has moved to another.`}
      </p>
      {retire.error !== null && <Problem problem={retire.error} />}
      <ModalActions>
        <Button onClick={onClose}>Keep it</Button>
        <Button
          kind="danger"
          isBusy={retire.isPending}
          onClick={() =>
            retire.mutate(
              // Who would be cut off stands above the button.
              { id: token.id, force: true },
              {
                onSuccess: () => {
                  announceVisibly('The token is retired.');
                  onClose();
                },
              },
            )
          }
        >
          {retire.isPending ? 'Retiring…' : users.length > 0 ? 'Retire all the same' : 'Retire'}
        </Button>
      </ModalActions>
    </Modal>
  );
}
