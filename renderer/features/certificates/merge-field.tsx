import type { ReactElement } from 'react';
import type { GivenFile } from '../../../main/contract/index.ts';
import { useAnswer } from '../../bridge/procedure.ts';
import { base64OfFile } from '../../ui/base64.ts';
import { SelectField } from '../../ui/field.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { isChosen, javasOf, type Merge, NO_MERGE } from './export-model.ts';
import styles from './issue.module.css';

interface MergeFieldProps {
  readonly merge: Merge;
  readonly onMerge: (merge: Merge) => void;
}

/** What a Java truststore is to hold besides the authority: a Java that is given one trusts nothing else, so the authorities of a Java of this machine can come along. */
export function MergeField({ merge, onMerge }: MergeFieldProps): ReactElement {
  const stores = useAnswer('trust.list', {});
  const javas = javasOf(stores.data?.stores ?? []);

  async function take([file]: readonly File[]): Promise<void> {
    const given: GivenFile | null = file === undefined ? null : { name: file.name, base64: await base64OfFile(file) };
    onMerge({ kind: 'file', file: given });
  }

  return (
    <div className={styles.stack}>
      <SelectField
        label="What else it is to trust"
        hint="A Java that is given a truststore trusts nothing but what is in it. For programs that also call the internet, merge it with the cacerts of their Java."
        value={merge.kind === 'java' ? `java ${merge.store}` : merge.kind}
        onChange={({ target: { value } }) => {
          if (value.startsWith('java ')) onMerge({ kind: 'java', store: value.slice('java '.length) });
          else onMerge(value === 'file' ? { kind: 'file', file: null } : NO_MERGE);
        }}
      >
        <option value="none">Nothing else</option>
        {javas.map(({ id, title, path }) => (
          <option key={id} value={`java ${id}`}>
            {`The cacerts of ${title} (${path})`}
          </option>
        ))}
        <option value="file">Another truststore…</option>
      </SelectField>
      {stores.data === undefined && stores.error === null && (
        <p role="status" className={styles.quiet}>
          Looking for Javas on this machine…
        </p>
      )}
      {merge.kind === 'file' && (
        <FileField
          label="Truststore to merge with"
          accept=".jks,.p12,.pfx,.ks,.keystore"
          hint={
            isChosen(merge)
              ? undefined
              : 'A JDK has it as lib/security/cacerts. It is opened with the password changeit.'
          }
          onFiles={(files) => void take(files)}
        />
      )}
    </div>
  );
}
