import { type ReactElement, type ReactNode, useId } from 'react';
import styles from './field.module.css';

interface FileFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Endings that are offered first, as `accept` takes them. */
  readonly accept: string;
  readonly isMultiple?: boolean;
  readonly isFirstFocus?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A labelled choice of files on this machine. */
export function FileField(props: FileFieldProps): ReactElement {
  const { label, hint, accept, isMultiple = false, isFirstFocus = false, onFiles } = props;
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        className={`${styles.input} ${styles.files}`}
        accept={accept}
        multiple={isMultiple}
        data-first-focus={isFirstFocus ? '' : undefined}
        aria-describedby={hint === undefined ? undefined : `${id}-words`}
        onChange={(event) => onFiles([...(event.target.files ?? [])])}
      />
      {hint !== undefined && (
        <p id={`${id}-words`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
