import type { ReactElement } from 'react';
import type { AuthorityAnswer } from '../../../main/contract/index.ts';
import { go } from '../../app/router.ts';
import { Breakable } from '../../ui/breakable.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { exportAuthorityAddress } from './addresses.ts';
import { Notes } from './notes.tsx';

interface AuthorityMadeProps {
  readonly title: string;
  readonly made: AuthorityAnswer;
  readonly onClose: () => void;
}

/** What there is to know once an authority signs: its fingerprint, and how agents come to trust it. */
export function AuthorityMade({ title, made: { authority, notes }, onClose }: AuthorityMadeProps): ReactElement {
  return (
    <Modal title={title} isWide onClose={onClose}>
      <Facts
        facts={{
          Authority: authority.commonName,
          Fingerprint: (
            <code>
              <Breakable text={authority.fingerprint256} />
            </code>
          ),
        }}
      />
      <Notes notes={notes} />
      <ModalActions>
        <Button onClick={() => go(exportAuthorityAddress(null), 'replace')}>Export for agents</Button>
        <Button kind="primary" data-first-focus="" onClick={onClose}>
          Done
        </Button>
      </ModalActions>
    </Modal>
  );
}
