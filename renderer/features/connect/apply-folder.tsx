import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import styles from './apply.module.css';

/** Stands in the list for a folder that is typed; no folder is called so. */
const OTHER = '';

interface ApplyFolderProps {
  /** Folders of the projects that were found. */
  readonly folders: readonly string[];
  readonly folder: string;
  readonly onChoose: (folder: string) => void;
}

/** Which project: one that was found, or a folder that the person names. */
export function ApplyFolder({ folders, folder, onChoose }: ApplyFolderProps): ReactElement {
  const [isTyped, setIsTyped] = useState(false);

  function look(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const named = String(new FormData(event.currentTarget).get('folder') ?? '').trim();
    if (named !== '') onChoose(named);
  }

  return (
    <div className={styles.part}>
      {folders.length > 0 && (
        <SelectField
          label="Project"
          value={isTyped ? OTHER : folder}
          onChange={({ target: { value } }) => {
            setIsTyped(value === OTHER);
            if (value !== OTHER) onChoose(value);
          }}
        >
          {folders.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
          <option value={OTHER}>Another folder…</option>
        </SelectField>
      )}
      {(isTyped || folders.length === 0) && (
        <form className={styles.folder} onSubmit={look}>
          <TextField label="Folder of your project" name="folder" placeholder="/home/you/shop-api" />
          <Button type="submit">Look there</Button>
        </form>
      )}
    </div>
  );
}
