import { Download } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { ExportedFile } from '../../../main/contract/index.ts';
import { asCallError } from '../../bridge/call-error.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Breakable } from '../../ui/breakable.tsx';
import { Button } from '../../ui/button.tsx';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import { saveFiles } from '../../ui/save-files.ts';
import { SecretCode } from '../../ui/secret-code.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import styles from './export.module.css';
import { Notes } from './notes.tsx';

/** What was handed over, and where it went. */
export interface Exported {
  readonly heading: string;
  /** Lines that put it to use. */
  readonly uses: readonly string[];
  readonly files: readonly ExportedFile[];
  readonly notes: readonly string[];
  readonly place: string;
}

interface ExportedFilesProps {
  readonly exported: Exported;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}

/** After an export: each file, where it is, what holds a key, and the line that puts it to use. */
export function ExportedFiles({ exported, onAnother, onClose }: ExportedFilesProps): ReactElement {
  const { heading, uses, files, notes, place } = exported;
  const [trouble, setTrouble] = useState<{ readonly message: string; readonly fix: string } | null>(null);

  async function again(file: ExportedFile): Promise<void> {
    try {
      setTrouble(null);
      const where = await saveFiles('certificate', [file]);
      if (where !== null) announceVisibly(`Saved to ${where}`);
    } catch (thrown) {
      setTrouble(asCallError(thrown));
    }
  }

  return (
    <Modal title={heading} isWide onClose={onClose}>
      <p className={styles.where} role="status">
        <StateIcon tone="ok" size={16} />
        <span>
          In <Breakable text={place} />
        </span>
      </p>
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.name} className={styles.file}>
            <code>{file.name}</code>
            {file.isSecret && <Badge tone="attention">holds the private key</Badge>}
            <Button kind="quiet" aria-label={`Save again: ${file.name}`} onClick={() => void again(file)}>
              <Download size={16} aria-hidden="true" />
              Save again
            </Button>
          </li>
        ))}
      </ul>
      {uses.map((use) => (
        <SecretCode key={use} content={use} what="how it is used" label="Copy" />
      ))}
      <Notes notes={notes} />
      {trouble !== null && <Problem problem={trouble} />}
      <ModalActions>
        <Button onClick={onAnother}>Export for another reader</Button>
        <Button kind="primary" data-first-focus="" onClick={onClose}>
          Done
        </Button>
      </ModalActions>
    </Modal>
  );
}
