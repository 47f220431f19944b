import { X } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { addNames } from './add-names.ts';
import { Button } from './button.tsx';
import fieldStyles from './field.module.css';
import styles from './names-editor.module.css';

interface NamesEditorProps {
  readonly names: readonly string[];
  /** Why a name is in the list, where Sealwire put it there. */
  readonly reasons?: readonly { readonly name: string; readonly reason: string }[];
  readonly onNames: (names: readonly string[]) => void;
  /** What stands in the field and was not added yet; whoever uses the names counts it in, so that nothing typed is lost. */
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly onDone?: () => void;
}

/** The names that a certificate is to cover, each with the reason it is there; more can be typed, any can be taken out. */
export function NamesEditor(props: NamesEditorProps): ReactElement {
  const { names, reasons = [], onNames, typed, onTyped, onDone } = props;
  const id = useId();

  function add(): void {
    onNames(addNames(names, typed));
    onTyped('');
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
              kind="icon"
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
          onChange={(event) => onTyped(event.target.value)}
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
