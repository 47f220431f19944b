import { type ReactElement, useState } from 'react';
import { useAct } from '../../bridge/procedure.ts';
import { addNames } from '../../ui/add-names.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { NamesEditor } from '../../ui/names-editor.tsx';
import { Problem } from '../../ui/problem.tsx';

interface IssueDialogProps {
  /** Names to begin with: those of the certificate in use. */
  readonly names: readonly string[];
  readonly onClose: () => void;
}

/** Asks for the names of a new certificate and says what happens when it is issued. */
export function IssueDialog({ names: first, onClose }: IssueDialogProps): ReactElement {
  const issue = useAct('certificate.issue');
  const [names, setNames] = useState<readonly string[]>(first);
  const [typed, setTyped] = useState('');
  const wanted = addNames(names, typed);
  const reasons = first.map((name) => ({ name, reason: 'in the certificate in use' }));

  function submit(): void {
    issue.mutate(
      { names: wanted },
      {
        onSuccess: () => {
          announceVisibly('The new certificate is in use.');
          onClose();
        },
      },
    );
  }

  return (
    <Modal title="Issue a certificate" onClose={onClose}>
      <p>
        For which names? The endpoint shows the new certificate from then on. Connections that are open keep the old
        one, and nothing has to change in your agents.
      </p>
      <NamesEditor names={names} reasons={reasons} onNames={setNames} typed={typed} onTyped={setTyped} />
      {issue.error !== null && <Problem problem={issue.error} />}
      <ModalActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="primary" isBusy={issue.isPending} disabled={wanted.length === 0} onClick={submit}>
          {issue.isPending ? 'Issuing…' : 'Issue certificate'}
        </Button>
      </ModalActions>
    </Modal>
  );
}
