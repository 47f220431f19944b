import type { ReactElement } from 'react';
import type { Authority, Certificate } from '../../../main/contract/index.ts';
import { go } from '../../app/router.ts';
import { ExportDialog } from './export-dialog.tsx';
import { ExportManyDialog } from './export-many-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { IssueSheet } from './issue-sheet.tsx';
import { NewAuthorityDialog } from './new-authority-dialog.tsx';
import { RetireAuthorityDialog } from './retire-authority-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

interface DialogsProps {
  readonly query: URLSearchParams;
  readonly certificates: readonly Certificate[];
  readonly authorities: readonly Authority[];
}

/** The dialog that the address names, so that Back closes it and the palette opens it; none for an id that there is not. */
export function Dialogs({ query, certificates, authorities }: DialogsProps): ReactElement | null {
  const id = query.get('id');
  const certificate = certificates.find((each) => each.id === id);
  const authority = authorities.find((each) => each.id === id);
  const current = authorities.find((each) => each.current);
  const close = (): void => go('/certificates', 'replace');

  switch (query.get('do')) {
    case 'issue':
      return (
        <IssueSheet
          way={query.get('for')}
          names={certificates.find(({ inUse }) => inUse)?.names ?? []}
          authorities={authorities}
          onClose={close}
        />
      );
    case 'export':
      return certificate === undefined ? null : (
        <ExportDialog key={certificate.id} subject={{ what: 'certificate', certificate }} onClose={close} />
      );
    case 'export-authority':
      return (
        <ExportDialog
          subject={{ what: 'ca', id, title: authority?.commonName ?? current?.commonName ?? 'the authority' }}
          onClose={close}
        />
      );
    case 'export-many':
      return (
        <ExportManyDialog
          first={certificate?.id ?? null}
          certificates={certificates}
          authorities={authorities}
          onClose={close}
        />
      );
    case 'revoke':
      return certificate === undefined ? null : <RevokeDialog certificate={certificate} onClose={close} />;
    case 'new-authority':
      return <NewAuthorityDialog current={current} onClose={close} />;
    case 'import':
      return <ImportDialog onClose={close} />;
    case 'retire':
      return authority === undefined ? null : <RetireAuthorityDialog authority={authority} onClose={close} />;
    default:
      return null;
  }
}
