import type { ReactElement } from 'react';
import type { Authority, Certificate } from '../../../main/contract/index.ts';
import { useAct } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { dayOf, plural } from '../../ui/format.ts';
import { Problem } from '../../ui/problem.tsx';
import { saveFiles } from '../../ui/save-files.ts';
import { CertificateList } from './certificate-list.tsx';
import styles from './certificates.module.css';

interface HistoryProps {
  readonly certificates: readonly Certificate[];
  readonly retired: readonly Authority[];
  readonly isSearching: boolean;
}

/** What was issued before and counts no more, or has a successor; and the revocation list for those who ask for one. */
export function History({ certificates, retired, isSearching }: HistoryProps): ReactElement | null {
  const crl = useAct('certificate.crl');
  if (certificates.length + retired.length === 0) return null;
  const isRevoked = certificates.some(({ state }) => state === 'revoked');

  async function saveList(): Promise<void> {
    // What the core refuses is shown below, out of the act.
    const made = await crl.mutateAsync({}).catch(() => null);
    if (made === null) return;
    const place = await saveFiles('revocation-list', [made.file]);
    if (place !== null)
      announceVisibly(`Saved ${made.file.name} to ${place}. It is valid until ${dayOf(made.nextUpdate)}.`);
  }

  return (
    <>
      {crl.error !== null && <Problem problem={crl.error} />}
      <CertificateList
        title="Earlier certificates"
        certificates={certificates}
        aside={
          isRevoked ? (
            <Button isBusy={crl.isPending} onClick={() => void saveList()}>
              Save revocation list
            </Button>
          ) : undefined
        }
        empty={<p className={styles.none}>{isSearching ? 'None of these names' : 'None'}</p>}
      />
      {retired.length > 0 && (
        <Card title={plural(retired.length, 'retired authority', 'retired authorities')} isFlush>
          <ul>
            {retired.map(({ id, commonName, retiredAt, fingerprint256 }) => (
              <li key={id} className={styles.retired}>
                <span>{commonName}</span>
                <span className={styles.quiet}>
                  {retiredAt === null ? 'retired' : `retired on ${dayOf(retiredAt)}`} · its key is destroyed ·{' '}
                  <code>{fingerprint256.slice(0, 23)}…</code>
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
