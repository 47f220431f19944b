import { type ReactElement, type ReactNode, useState } from 'react';
import type { Certificate } from '../../../main/contract/index.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { count } from '../../ui/format.ts';
import { CertificateRow } from './certificate-row.tsx';
import styles from './certificates.module.css';

/** So many rows at first, and with every press of the button; a thousand would make the page slow. */
const STEP = 50;

interface CertificateListProps {
  readonly title: string;
  readonly certificates: readonly Certificate[];
  readonly aside?: ReactNode;
  /** What stands there while there is none. */
  readonly empty: ReactNode;
}

/** Certificates as rows, in the order given. */
export function CertificateList({ title, certificates, aside, empty }: CertificateListProps): ReactElement {
  const [shown, setShown] = useState(STEP);
  const left = certificates.length - shown;
  return (
    <Card title={title} aside={aside} isFlush>
      {certificates.length === 0 ? (
        empty
      ) : (
        <ul>
          {certificates.slice(0, shown).map((certificate) => (
            <CertificateRow key={certificate.id} certificate={certificate} />
          ))}
        </ul>
      )}
      {left > 0 && (
        <div className={styles.more}>
          <Button kind="quiet" onClick={() => setShown(shown + STEP)}>
            Show {count(Math.min(STEP, left))} more of {count(left)}
          </Button>
        </div>
      )}
    </Card>
  );
}
