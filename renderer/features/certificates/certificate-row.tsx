import { type ReactElement, useState } from 'react';
import type { Certificate } from '../../../main/contract/index.ts';
import { useAnswer } from '../../bridge/procedure.ts';
import { Badge } from '../../ui/badge.tsx';
import { Breakable } from '../../ui/breakable.tsx';
import { Chevron } from '../../ui/chevron.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ExpiryBar } from '../../ui/expiry-bar.tsx';
import { Facts } from '../../ui/facts.tsx';
import { dayOf } from '../../ui/format.ts';
import { Problem } from '../../ui/problem.tsx';
import styles from './certificates.module.css';

/** One certificate: its names, its use, its life; opens to everything in it. */
export function CertificateRow({ certificate }: { readonly certificate: Certificate }): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li className={styles.row}>
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className={styles.summary}>
          <Chevron />
          <span className={styles.names}>
            {certificate.names.join(', ')}
            <span className={styles.quiet}>
              {certificate.key} · until {dayOf(certificate.notAfter)}
            </span>
          </span>
          <span className={styles.use}>
            {certificate.inUse ? <Badge tone="ok">in use</Badge> : <Badge>{certificate.kind}</Badge>}
          </span>
          <ExpiryBar {...certificate} />
        </summary>
        {isOpen && <CertificateDetail id={certificate.id} />}
      </details>
    </li>
  );
}

function CertificateDetail({ id }: { readonly id: string }): ReactElement {
  const detail = useAnswer('certificate.show', { id });
  if (detail.error !== null) return <Problem problem={detail.error} />;
  if (detail.data === undefined) return <p className={styles.detail}>Reading the certificate…</p>;
  const { subject, issuer, fingerprint256, text, pem, files } = detail.data;
  return (
    <div className={styles.detail}>
      <Facts
        facts={{
          Subject: subject,
          Issuer: issuer,
          Fingerprint: (
            <code>
              <Breakable text={fingerprint256} />
            </code>
          ),
          ...Object.fromEntries(text),
          File:
            files.cert === null ? null : (
              <code>
                <Breakable text={files.cert} />
              </code>
            ),
        }}
      />
      <div>
        <CopyButton label="Copy PEM" what="the certificate" text={pem} />
      </div>
    </div>
  );
}
