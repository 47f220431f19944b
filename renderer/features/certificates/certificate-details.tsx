import type { ReactElement } from 'react';
import type { Certificate } from '../../../main/contract/index.ts';
import { go } from '../../app/router.ts';
import { useAnswer } from '../../bridge/procedure.ts';
import { Breakable } from '../../ui/breakable.tsx';
import { Button } from '../../ui/button.tsx';
import { namesInShort } from '../../ui/certificate-names.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Problem } from '../../ui/problem.tsx';
import { doAddress, exportAddress } from './addresses.ts';
import styles from './certificates.module.css';
import { useRenew } from './use-renew.ts';

/** Everything in a certificate, and what can be done with it. */
export function CertificateDetails({ certificate }: { readonly certificate: Certificate }): ReactElement {
  const detail = useAnswer('certificate.show', { id: certificate.id });
  const { renew, renewing, problem } = useRenew();
  if (detail.error !== null) {
    return (
      <div className={styles.detail}>
        <Problem problem={detail.error} />
      </div>
    );
  }
  if (detail.data === undefined) return <p className={styles.detail}>Reading the certificate…</p>;
  const { subject, issuer, fingerprint256, text, pem, files } = detail.data;
  const { id, state, inUse } = certificate;
  const names = namesInShort(certificate);
  return (
    <div className={styles.detail}>
      <div className={styles.acts}>
        {state !== 'revoked' && (
          <Button isBusy={renewing === id} aria-label={`Renew ${names}`} onClick={() => renew(certificate)}>
            {renewing === id ? 'Renewing…' : 'Renew'}
          </Button>
        )}
        <Button aria-label={`Export ${names}`} onClick={() => go(exportAddress(id))}>
          Export
        </Button>
        <CopyButton label="Copy PEM" what="the certificate" text={pem} />
        {state !== 'revoked' && state !== 'expired' && !inUse && (
          <Button kind="danger" aria-label={`Revoke ${names}`} onClick={() => go(doAddress('revoke', id))}>
            Revoke
          </Button>
        )}
        {inUse && <p className={styles.quiet}>The endpoint presents it. To revoke it, renew it first.</p>}
      </div>
      {problem !== null && <Problem problem={problem} />}
      <Facts
        facts={{
          Names: certificate.shownNames.join(', ') || null,
          Subject: subject,
          Issuer: issuer,
          Fingerprint: (
            <span className={styles.copied}>
              <code>
                <Breakable text={fingerprint256} />
              </code>
              <CopyButton what="the fingerprint" text={fingerprint256} />
            </span>
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
    </div>
  );
}
