import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useDeferredValue, useState } from 'react';
import type { DesktopFace } from '../../../main/contract/index.ts';
import { asCallError } from '../../bridge/call-error.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { plural } from '../../ui/format.ts';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import { holding, partsOf } from './licence-parts.ts';
import styles from './settings.module.css';

interface LicencesDialogProps {
  readonly face: Pick<DesktopFace, 'licences'>;
  readonly onClose: () => void;
}

/** The licences of everything that is shipped, in full, and a field that finds one by any of its words. */
export function LicencesDialog({ face, onClose }: LicencesDialogProps): ReactElement {
  const licences = useQuery({ queryKey: ['desktop', 'licences'], queryFn: () => face.licences() });
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const parts = partsOf(licences.data ?? '');
  const found = holding(parts, wanted);
  return (
    <Modal title="Third-party licences" onClose={onClose}>
      {licences.error !== null && <Problem problem={asCallError(licences.error)} />}
      {licences.isPending && <p role="status">Reading the licences…</p>}
      {licences.data !== undefined && (
        <>
          <TextField
            label="Find a package or a word"
            type="search"
            data-first-focus=""
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <p className={styles.quiet} role="status">
            {wanted.trim() === ''
              ? plural(parts.length, 'part', 'parts')
              : `${found.length} of ${plural(parts.length, 'part', 'parts')}`}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
          <section className={styles.licences} aria-label="Licence texts" tabIndex={0}>
            {found.map(({ place, words }) => (
              <pre key={place}>{words}</pre>
            ))}
          </section>
        </>
      )}
      <ModalActions>
        <Button onClick={onClose}>Close</Button>
      </ModalActions>
    </Modal>
  );
}
