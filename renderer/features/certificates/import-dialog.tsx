import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import { useAct } from '../../bridge/procedure.ts';
import { base64OfFile, base64OfText } from '../../ui/base64.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { AuthorityMade } from './authority-made.tsx';
import styles from './issue.module.css';

/** More than this are not taken at once. */
const MOST_FILES = 10;

/** Takes in an authority of the organisation. Key and passphrase are read from the form when it is sent, and stay nowhere on the page. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const take = useAct('authority.import');
  const form = useRef<HTMLFormElement>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [fault, setFault] = useState<{ readonly message: string; readonly fix: string } | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const pasted = String(values.get('pasted') ?? '');
    const passphrase = String(values.get('passphrase') ?? '');
    setFault(null);
    try {
      const given = await Promise.all(
        files.map(async (file) => ({ name: file.name, base64: await base64OfFile(file) })),
      );
      if (pasted.trim() !== '') given.push({ name: 'pasted text', base64: base64OfText(pasted) });
      if (given.length === 0) return setFault(NOTHING_CHOSEN);
      if (given.length > MOST_FILES) return setFault(TOO_MANY);
      take.mutate(
        { files: given, ...(passphrase === '' ? {} : { passphrase }) },
        { onError: () => form.current?.querySelector<HTMLInputElement>('[name="passphrase"]')?.select() },
      );
    } catch (thrown) {
      setFault({
        message: `The file cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
        fix: 'Choose it again, or paste its text.',
      });
    }
  }

  if (take.data !== undefined) {
    return <AuthorityMade title="The authority is taken in" made={take.data} onClose={onClose} />;
  }
  const trouble = fault ?? take.error;
  return (
    <Modal title="Import an authority" isWide onClose={onClose}>
      <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)}>
        <p>
          A CA of your organisation, or an intermediate that it gave you, with its key. It signs from then on. The key
          is sealed and kept as Sealwire’s own are; your files stay as they are.
        </p>
        <FileField
          label="Certificate, key and chain: PEM files, or one PKCS#12 file"
          accept=".pem,.crt,.cer,.key,.der,.p12,.pfx"
          isMultiple
          isFirstFocus
          hint="In any order, up to ten files"
          onFiles={setFiles}
        />
        <TextArea label="Or paste PEM" name="pasted" rows={4} placeholder="-----BEGIN CERTIFICATE-----" />
        <TextField
          label="Passphrase of the file, if it has one"
          name="passphrase"
          type="password"
          autoComplete="off"
          hint="Used once to open it, and not kept"
        />
        {trouble !== null && <Problem problem={trouble} />}
        <ModalActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" isBusy={take.isPending}>
            {take.isPending ? 'Reading it…' : 'Import'}
          </Button>
        </ModalActions>
      </form>
    </Modal>
  );
}

const NOTHING_CHOSEN = { message: 'No file was chosen.', fix: 'Choose the files of the authority, or paste them.' };
const TOO_MANY = { message: 'These are too many files.', fix: 'Ten are enough: certificate, key and chain.' };
