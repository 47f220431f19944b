import { X } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { addNames } from './add-names.ts';
import { Button } from './button.tsx';
import fieldStyles from './field.module.css';
import styles from './names-editor.module.css';

interface NamesEditorProps {
  readonly names: readonly string[];
  /** Why a name is in the list, where Sealwire put it there. */
  readonly reasons?: readonly { readonly name: string; readonly reason: string }[];
  readonly onNames: (names: readonly string[]) => void;
  readonly onDone?: () => void;
}

/** The names that a certificate is to cover, each with the reason it is there; more can be typed, any can be taken out. */
export function NamesEditor({ names, reasons = [], onNames, onDone }: NamesEditorProps): ReactElement {
  const [typed, setTyped] = useState('');
  const id = useId();

  function add(): void {
    onNames(addNames(names, typed));
    setTyped('');
  }

  return (
    <div className={styles.editor}>
      <ul className={styles.names}>
        {names.map((name) => (
          <li key={name} className={styles.name}>
            <code>{name}</code>
            <span className={styles.reason}>
              {reasons.find((entry) => entry.name === name)?.reason ?? 'added by you'}
            </span>
            <Button
              kind="quiet"
              aria-label={`Remove ${name}`}
              onClick={() => onNames(names.filter((other) => other !== name))}
            >
              <X size={14} aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
      <label htmlFor={id} className="visually-hidden">
        Another name or address
      </label>
      <div className={styles.add}>
        <input
          id={id}
          className={fieldStyles.input}
          data-first-focus=""
          placeholder="Another name or address"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button onClick={add} disabled={typed.trim() === ''}>
          Add
        </Button>
        {onDone !== undefined && (
          <Button
            onClick={() => {
              add();
              onDone();
            }}
          >
            Done
          </Button>
        )}
      </div>
    </div>
  );
}
