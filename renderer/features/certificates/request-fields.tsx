import { type ReactElement, useState } from 'react';
import type { CertificateKind } from '../../../main/contract/index.ts';
import { base64OfFile, base64OfText } from '../../ui/base64.ts';
import { SelectField } from '../../ui/field.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import styles from './issue.module.css';

interface RequestFieldsProps {
  readonly kind: CertificateKind;
  readonly onKind: (kind: CertificateKind) => void;
  /** The request in base64, or null where none was given. */
  readonly onRequest: (base64: string | null) => void;
}

/** A certificate signing request, pasted or from a file, and what the certificate is to be for. */
export function RequestFields({ kind, onKind, onRequest }: RequestFieldsProps): ReactElement {
  const [text, setText] = useState('');
  const [file, setFile] = useState<string | null>(null);

  async function take([chosen]: readonly File[]): Promise<void> {
    setFile(chosen?.name ?? null);
    onRequest(chosen === undefined ? null : await base64OfFile(chosen));
  }

  return (
    <>
      <p className={styles.quiet}>The key stays where the request was made; Sealwire signs for it and never sees it.</p>
      <TextArea
        label="Certificate signing request (CSR)"
        placeholder="-----BEGIN CERTIFICATE REQUEST-----"
        value={text}
        data-first-focus=""
        disabled={file !== null}
        hint={file === null ? undefined : `Taken from ${file}`}
        onChange={(event) => {
          setText(event.target.value);
          onRequest(event.target.value.trim() === '' ? null : base64OfText(event.target.value));
        }}
      />
      <div className={styles.pair}>
        <FileField
          label="Or a file, PEM or DER"
          accept=".csr,.req,.pem,.der,.p10"
          onFiles={(files) => void take(files)}
        />
        <SelectField
          label="It is for"
          value={kind}
          onChange={(event) => onKind(event.target.value === 'client' ? 'client' : 'server')}
        >
          <option value="server">a server</option>
          <option value="client">a client</option>
        </SelectField>
      </div>
    </>
  );
}
