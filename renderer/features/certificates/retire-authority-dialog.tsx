import type { ReactElement } from 'react';
import type { Authority } from '../../../main/contract/index.ts';
import { useAct } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { plural } from '../../ui/format.ts';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Notes } from './notes.tsx';

interface RetireAuthorityDialogProps {
  readonly authority: Authority;
  readonly onClose: () => void;
}

/** Says what ends when an older authority is retired, then retires it. */
export function RetireAuthorityDialog({ authority, onClose }: RetireAuthorityDialogProps): ReactElement {
  const retire = useAct('authority.retire');
  if (retire.data !== undefined && retire.data.notes.length > 0) {
    return (
      <Modal title="The authority is retired" onClose={onClose}>
        <Notes notes={retire.data.notes} />
        <ModalActions>
          <Button kind="primary" data-first-focus="" onClick={onClose}>
            Done
          </Button>
        </ModalActions>
      </Modal>
    );
  }
  const { validCertificates: signed } = authority;
  return (
    <Modal title="Retire this authority" onClose={onClose}>
      <p>
        <strong>{authority.commonName}</strong> leaves the file for agents and its key is destroyed. It cannot be
        undone.
      </p>
      <p>
        {signed === 0
          ? 'Nothing that it signed is still valid.'
          : `${plural(signed, 'certificate that it signed is', 'certificates that it signed are')} still valid. Agents that read the file again refuse ${signed === 1 ? 'it' : 'them'}; if the endpoint presents one, it is issued anew under the current authority.`}{' '}
        Agents that have not read the file since the current authority was made have to, or they refuse the endpoint.
      </p>
      {retire.error !== null && <Problem problem={retire.error} />}
      <ModalActions>
        <Button onClick={onClose}>Keep it</Button>
        <Button
          kind="danger"
          isBusy={retire.isPending}
          onClick={() =>
            retire.mutate(
              { id: authority.id },
              {
                onSuccess: ({ notes }) => {
                  announceVisibly('The authority is retired and its key destroyed.');
                  if (notes.length === 0) onClose();
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
