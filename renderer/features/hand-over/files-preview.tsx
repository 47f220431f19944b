import type { ReactElement } from 'react';
import type { ServerPreview } from '../../../main/contract/index.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { Code } from '../../ui/code.tsx';
import { Segments } from '../../ui/segments.tsx';
import styles from './hand-over.module.css';

interface FilesPreviewProps {
  readonly files: ServerPreview['files'];
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
}

/** Each file before it is made; a secret is covered, and a file that is no text says what it will hold. */
export function FilesPreview({ files, chosen, onChoose }: FilesPreviewProps): ReactElement | null {
  const file = files.find(({ name }) => name === chosen) ?? files[0];
  if (file === undefined) return null;
  return (
    <Card title="Files" aside={file.isSecret ? <Badge tone="attention">holds a secret</Badge> : undefined} isFlush>
      <div className={styles.tabs}>
        <Segments
          legend="File that is shown"
          value={file.name}
          onChoose={onChoose}
          choices={files.map(({ name }) => ({ value: name, title: name }))}
        />
      </div>
      <div className={styles.file}>
        {file.text === null ? (
          <p className={styles.holds}>{file.holds}</p>
        ) : (
          <Code content={file.text} isWrapped={file.name.endsWith('.md')} isMasked={false} />
        )}
      </div>
    </Card>
  );
}
