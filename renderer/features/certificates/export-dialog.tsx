import { type FormEvent, type ReactElement, useState } from 'react';
import type { ExportedFile } from '../../../main/contract/index.ts';
import { go } from '../../app/router.ts';
import { asCallError } from '../../bridge/call-error.ts';
import { useAnswer, useBridge } from '../../bridge/procedure.ts';
import { Button } from '../../ui/button.tsx';
import { namesInShort } from '../../ui/certificate-names.ts';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import { RadioRows } from '../../ui/radio-rows.tsx';
import { saveFiles } from '../../ui/save-files.ts';
import { exportManyAddress } from './addresses.ts';
import {
  type ExportSubject,
  type ExportTarget,
  exportPassphraseFault,
  isChosen,
  type Merge,
  mergeInput,
  NO_MERGE,
  passphraseKind,
  targetsOf,
} from './export-model.ts';
import { type Exported, ExportedFiles } from './exported-files.tsx';
import styles from './issue.module.css';
import { MergeField } from './merge-field.tsx';
import { PassphraseFields } from './passphrase-fields.tsx';

interface ExportDialogProps {
  readonly subject: ExportSubject;
  readonly onClose: () => void;
}

type Trouble = { readonly message: string; readonly fix: string };

/** Hands a certificate over in the form that its reader wants. The files live in this dialog alone, and go with it. */
export function ExportDialog({ subject, onClose }: ExportDialogProps): ReactElement | null {
  const bridge = useBridge();
  const formats = useAnswer('certificate.formats', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [merge, setMerge] = useState<Merge>(NO_MERGE);
  const [isBusy, setIsBusy] = useState(false);
  const [exported, setExported] = useState<Exported | null>(null);

  const title = subject.what === 'ca' ? subject.title : namesInShort(subject.certificate);
  const targets = targetsOf(formats.data?.formats ?? [], subject);
  const possible = targets.filter(({ refusal }) => refusal === null);
  const target = possible.find(({ id }) => id === chosen) ?? possible[0];
  const canMerge = target?.format.canMerge === true;
  const isReady = target !== undefined && (!canMerge || isChosen(merge));
  const kind = target === undefined ? null : passphraseKind(target, subject);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (target === undefined || !isReady || isBusy) return;
    const form = event.currentTarget;
    const values = new FormData(form);
    const passphrase = String(values.get('passphrase') ?? '');
    const wrong = exportPassphraseFault(kind, passphrase, String(values.get('again') ?? ''));
    setFault(wrong);
    if (wrong !== null) return form.querySelector<HTMLInputElement>('[name="passphrase"]')?.focus();
    setTrouble(null);
    setIsBusy(true);
    try {
      const { files, notes } = await bridge.call('certificate.export', {
        ...(subject.what === 'ca'
          ? { what: 'ca', ...(subject.id === null ? {} : { id: subject.id }) }
          : { what: 'certificate', id: subject.certificate.id }),
        format: target.format.id,
        ...(passphrase === '' ? {} : { passphrase }),
        ...(canMerge ? mergeInput(merge) : {}),
      });
      await save(target, files, notes);
    } catch (thrown) {
      setTrouble(asCallError(thrown));
    } finally {
      setIsBusy(false);
    }
  }

  async function save(to: ExportTarget, files: readonly ExportedFile[], notes: readonly string[]): Promise<void> {
    const place = await saveFiles(folderOf(files), files);
    if (place === null) return;
    const use = to.use?.(files.map(({ name }) => name)) ?? null;
    const heading = `Saved for ${to.title.replace(/^An? /, (article) => article.toLowerCase())}`;
    setExported({ heading, uses: use === null ? [] : [use], files, notes, place });
  }

  // Opened once there is something to choose, so that the focus begins there.
  if (formats.data === undefined && formats.error === null) return null;
  if (exported !== null) {
    return <ExportedFiles exported={exported} onAnother={() => setExported(null)} onClose={onClose} />;
  }
  return (
    <Modal title={`Export ${title}`} isWide onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        {formats.error !== null && <Problem problem={formats.error} />}
        {target !== undefined && (
          <RadioRows
            legend="Who is going to read it"
            isGrid
            value={target.id}
            onChoose={(id) => {
              setChosen(id);
              setFault(null);
              setTrouble(null);
            }}
            rows={targets.map((each) => ({
              value: each.id,
              title: each.title,
              hint: each.refusal ?? each.gives,
              isDisabled: each.refusal !== null,
            }))}
          />
        )}
        {target !== undefined && (
          <p className={styles.quiet}>
            Format: {target.format.title} (<code>{target.format.extension}</code>)
          </p>
        )}
        {canMerge && <MergeField merge={merge} onMerge={setMerge} />}
        {kind !== null && <PassphraseFields key={kind} kind={kind} fault={fault} />}
        {trouble !== null && <Problem problem={trouble} />}
        <ModalActions>
          <Button className={styles.aside} onClick={() => go(exportManyAddress(subject), 'replace')}>
            Several at once…
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" isBusy={isBusy} disabled={!isReady}>
            {isBusy ? 'Saving…' : 'Save files'}
          </Button>
        </ModalActions>
      </form>
    </Modal>
  );
}

/** Several files go into a folder named as the first of them begins. */
function folderOf(files: readonly ExportedFile[]): string {
  const first = files[0]?.name.split('/').at(-1) ?? 'certificate';
  return first.replace(/\.[^.]*$/, '') || 'certificate';
}
