import { type ReactElement, useState } from 'react';
import type { Certificate } from '../../../main/contract/index.ts';
import { Badge } from '../../ui/badge.tsx';
import { namesInShort } from '../../ui/certificate-names.ts';
import { Chevron } from '../../ui/chevron.tsx';
import { ExpiryBar } from '../../ui/expiry-bar.tsx';
import { CertificateDetails } from './certificate-details.tsx';
import { badgeOf, lifeWords } from './certificate-words.ts';
import styles from './certificates.module.css';

/** One certificate: its names, its use, its life; opens to everything in it and to what can be done with it. */
export function CertificateRow({ certificate }: { readonly certificate: Certificate }): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const { tone, word } = badgeOf(certificate);
  const hasLife = certificate.state !== 'revoked' && certificate.state !== 'expired';
  return (
    <li className={styles.row}>
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className={styles.summary}>
          <Chevron />
          <span className={styles.names}>
            {namesInShort(certificate)}
            <span className={styles.quiet}>{lifeWords(certificate)}</span>
          </span>
          <span className={styles.use}>
            <Badge {...(tone === 'n/a' ? {} : { tone })}>{word}</Badge>
          </span>
          {hasLife ? <ExpiryBar {...certificate} /> : <span />}
        </summary>
        {isOpen && <CertificateDetails certificate={certificate} />}
      </details>
    </li>
  );
}
