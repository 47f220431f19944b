import { type ReactElement, useState } from 'react';
import type { Certificate, RevocationReason } from '../../../main/contract/index.ts';
import { useAct } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { namesInShort } from '../../ui/certificate-names.ts';
import { SelectField } from '../../ui/field.tsx';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';

/** The reasons of the contract, as a person would give them; the usual one first. */
const REASONS: readonly { readonly value: RevocationReason; readonly title: string }[] = [
  { value: 'no-longer-used', title: 'Nothing uses it any more' },
  { value: 'key-compromise', title: 'Somebody else may have its key' },
  { value: 'superseded', title: 'Another one took its place' },
  { value: 'unspecified', title: 'Without a reason' },
];

interface RevokeDialogProps {
  readonly certificate: Certificate;
  readonly onClose: () => void;
}

/** Says what revoking does, and for whom it does nothing, then revokes for good. */
export function RevokeDialog({ certificate, onClose }: RevokeDialogProps): ReactElement {
  const revoke = useAct('certificate.revoke');
  const [reason, setReason] = useState<RevocationReason>('no-longer-used');
  return (
    <Modal title="Revoke this certificate" onClose={onClose}>
      <p>
        <strong>{namesInShort(certificate)}</strong>{' '}
        {certificate.kind === 'client'
          ? 'is refused by the endpoint from then on, at once and for good. Other servers learn of it from the revocation list.'
          : 'is on the revocation list from then on, for good. Clients that do not read that list, which is most of them, go on accepting it until it ends.'}
      </p>
      <SelectField
        label="Reason"
        value={reason}
        data-first-focus=""
        onChange={(event) => setReason(REASONS.find(({ value }) => value === event.target.value)?.value ?? reason)}
      >
        {REASONS.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </SelectField>
      {revoke.error !== null && <Problem problem={revoke.error} />}
      <ModalActions>
        <Button onClick={onClose}>Keep it</Button>
        <Button
          kind="danger"
          isBusy={revoke.isPending}
          onClick={() =>
            revoke.mutate(
              { id: certificate.id, reason },
              {
                onSuccess: () => {
                  announceVisibly('The certificate is revoked.');
                  onClose();
                },
              },
            )
          }
        >
          {revoke.isPending ? 'Revoking…' : 'Revoke'}
        </Button>
      </ModalActions>
    </Modal>
  );
}
