import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import type { Authority, Certificate, ExportedFile } from '../../../main/contract/index.ts';
import { asCallError } from '../../bridge/call-error.ts';
import { useAnswer, useBridge } from '../../bridge/procedure.ts';
import { Button } from '../../ui/button.tsx';
import { CheckRows } from '../../ui/check-rows.tsx';
import { plural } from '../../ui/format.ts';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import { saveFiles } from '../../ui/save-files.ts';
import { type ExportPair, gathered, itemsOf, pairsOf, passphraseOfMany, whyNone } from './export-many-model.ts';
import { exportPassphraseFault } from './export-model.ts';
import { type Exported, ExportedFiles } from './exported-files.tsx';
import styles from './issue.module.css';
import { PassphraseFields } from './passphrase-fields.tsx';

/** What most programs read, so that one press is enough for it. */
const FIRST_FORMAT = 'pem';

interface ExportManyDialogProps {
  /** Id of the certificate that is ticked at first; without one the authority is. */
  readonly first: string | null;
  readonly certificates: readonly Certificate[];
  readonly authorities: readonly Authority[];
  readonly onClose: () => void;
}

type Trouble = { readonly message: string; readonly fix: string };

/** Several certificates in several formats, saved together. Each is a call of its own, and nothing is saved before all of them are made. */
export function ExportManyDialog(props: ExportManyDialogProps): ReactElement | null {
  const { first, certificates, authorities, onClose } = props;
  const bridge = useBridge();
  const formats = useAnswer('certificate.formats', {});
  const [items, setItems] = useState<ReadonlySet<string>>(new Set([first ?? 'ca']));
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set([FIRST_FORMAT]));
  const [fault, setFault] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [making, setMaking] = useState<ExportPair | null>(null);
  const [exported, setExported] = useState<Exported | null>(null);
  const isShown = useRef(true);

  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);

  const all = itemsOf(certificates, authorities);
  const chosen = all.filter(({ id }) => items.has(id));
  const known = formats.data?.formats ?? [];
  const pairs = pairsOf(
    chosen,
    known.filter(({ id }) => wanted.has(id)),
  );
  const kind = passphraseOfMany(pairs);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (pairs.length === 0 || making !== null) return;
    const form = event.currentTarget;
    const values = new FormData(form);
    const passphrase = String(values.get('passphrase') ?? '');
    const wrong = exportPassphraseFault(kind, passphrase, String(values.get('again') ?? ''));
    setFault(wrong);
    if (wrong !== null) return form.querySelector<HTMLInputElement>('[name="passphrase"]')?.focus();
    setTrouble(null);
    try {
      await exportAll(passphrase);
    } catch (thrown) {
      setTrouble(asCallError(thrown));
    } finally {
      setMaking(null);
    }
  }

  async function exportAll(passphrase: string): Promise<void> {
    const sets: (readonly ExportedFile[])[] = [];
    const notes = new Set<string>();
    for (const pair of pairs) {
      // Whoever closes the dialog wants none of it.
      if (!isShown.current) return;
      setMaking(pair);
      const { subject } = pair.item;
      const isKeyed = subject.what === 'certificate' && pair.format.passphrase !== 'none';
      const answer = await bridge.call('certificate.export', {
        ...(subject.what === 'ca' ? { what: 'ca' } : { what: 'certificate', id: subject.certificate.id }),
        format: pair.format.id,
        ...(isKeyed && passphrase !== '' ? { passphrase } : {}),
      });
      sets.push(answer.files);
      for (const note of answer.notes) notes.add(note);
    }
    const files = gathered(sets);
    const place = await saveFiles('certificates', files);
    if (place === null || !isShown.current) return;
    setExported({
      heading: `Saved ${plural(files.length, 'file', 'files')}`,
      uses: [],
      files,
      notes: [...notes],
      place,
    });
  }

  if (formats.data === undefined && formats.error === null) return null;
  if (exported !== null)
    return <ExportedFiles exported={exported} onAnother={() => setExported(null)} onClose={onClose} />;
  return (
    <Modal title="Export several at once" isWide onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        {formats.error !== null && <Problem problem={formats.error} />}
        <CheckRows
          legend="What"
          isFirst
          ticked={items}
          onTick={setItems}
          rows={all.map(({ id, title, hint }) => ({ value: id, title, hint }))}
        />
        <CheckRows
          legend="In which formats"
          isGrid
          ticked={wanted}
          onTick={setWanted}
          rows={known.map((format) => {
            const why = whyNone(format, chosen);
            const hint = why ?? `For ${format.audience}`;
            return { value: format.id, title: format.title, hint, isDisabled: why !== null };
          })}
        />
        {kind !== null && <PassphraseFields key={kind} kind={kind} fault={fault} />}
        {trouble !== null && <Problem problem={trouble} />}
        <ModalActions>
          <p role="status" className={styles.sum}>
            {making === null
              ? pairs.length === 0
                ? 'Tick what is to be exported, and a format that it can take.'
                : plural(pairs.length, 'export', 'exports')
              : `Making ${pairs.indexOf(making) + 1} of ${pairs.length}: ${making.format.title}, ${making.item.title}`}
          </p>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" isBusy={making !== null} disabled={pairs.length === 0}>
            {making === null ? 'Save files' : 'Saving…'}
          </Button>
        </ModalActions>
      </form>
    </Modal>
  );
}
