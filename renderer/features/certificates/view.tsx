import type { ReactElement } from 'react';
import type { Certificate } from '../../../main/contract/index.ts';
import { go, usePlace } from '../../app/router.ts';
import type { ScreenProps } from '../../app/screen-props.ts';
import { useAnswer } from '../../bridge/procedure.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { AuthorityCard } from './authority-card.tsx';
import { CertificateRow } from './certificate-row.tsx';
import { IssueDialog } from './issue-dialog.tsx';

/** The authority, and every certificate it has signed. */
export default function Certificates({ status }: ScreenProps): ReactElement {
  const { query } = usePlace();
  const answer = useAnswer('certificate.list', {});
  const certificates = (answer.data?.certificates ?? status.certificates).toSorted(byUse);
  const inUse = certificates.find((certificate) => certificate.inUse);

  return (
    <Page
      title="Certificates"
      lead="Agents trust the authority; the endpoint shows them a certificate that the authority has signed."
      action={
        <Button kind="primary" onClick={() => go('/certificates?do=issue')}>
          Issue certificate
        </Button>
      }
    >
      {answer.error !== null && <Problem problem={answer.error} />}
      {status.authorities.map((authority) => (
        <AuthorityCard key={authority.id} authority={authority} />
      ))}
      <Card title="Certificates it signed" isFlush>
        {certificates.length === 0 ? (
          <Empty title="No certificate yet" />
        ) : (
          <ul>
            {certificates.map((certificate) => (
              <CertificateRow key={certificate.id} certificate={certificate} />
            ))}
          </ul>
        )}
      </Card>
      {query.get('do') === 'issue' && (
        <IssueDialog names={inUse?.names ?? []} onClose={() => go('/certificates', 'replace')} />
      )}
    </Page>
  );
}

/** The one in use first, then the one that was issued last. */
function byUse(one: Certificate, other: Certificate): number {
  if (one.inUse !== other.inUse) return one.inUse ? -1 : 1;
  return other.notBefore.localeCompare(one.notBefore);
}
