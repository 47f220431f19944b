import { type ReactElement, useState } from 'react';
import type { Authority, Certificate } from '../../../main/contract/index.ts';
import { go } from '../../app/router.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Modal } from '../../ui/modal.tsx';
import { Segments } from '../../ui/segments.tsx';
import { exportAddress } from './addresses.ts';
import { IssueMany } from './issue-many.tsx';
import { IssueOne } from './issue-one.tsx';

type Way = 'server' | 'client' | 'csr' | 'many';

const WAYS: readonly { readonly value: Way; readonly title: string }[] = [
  { value: 'server', title: 'Server' },
  { value: 'client', title: 'Client' },
  { value: 'csr', title: 'Signing request' },
  { value: 'many', title: 'Many at once' },
];

interface IssueSheetProps {
  /** The way that the address names; any other begins with a server's. */
  readonly way: string | null;
  /** Names to begin with: those of the certificate in use. */
  readonly names: readonly string[];
  readonly authorities: readonly Authority[];
  readonly onClose: () => void;
}

/** Issues certificates: one for a server or a client, one for a key that is elsewhere, or many. */
export function IssueSheet({ way: asked, names, authorities, onClose }: IssueSheetProps): ReactElement {
  const [way, setWay] = useState<Way>(WAYS.find(({ value }) => value === asked)?.value ?? 'server');

  function didIssue({ id, inUse }: Certificate): void {
    // What the endpoint presents needs nothing more; everything else has to be taken where it is used.
    if (inUse) {
      announceVisibly('The new certificate is in use.');
      onClose();
    } else go(exportAddress(id), 'replace');
  }

  return (
    <Modal title="Issue a certificate" isWide onClose={onClose}>
      <Segments legend="What is issued" choices={WAYS} value={way} onChoose={setWay} />
      {way === 'many' ? (
        <IssueMany authorities={authorities} onClose={onClose} />
      ) : (
        <IssueOne key={way} way={way} names={names} authorities={authorities} onIssued={didIssue} onClose={onClose} />
      )}
    </Modal>
  );
}
