import { type ReactElement, type ReactNode, type TextareaHTMLAttributes, useId } from 'react';
import styles from './field.module.css';

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly 'data-first-focus'?: string;
  /** Why the text cannot be used; read out with the field. */
  readonly fault?: string | null;
}

/** A labelled field for several lines, in the type of code. */
export function TextArea({ label, hint, fault = null, ...area }: TextAreaProps): ReactElement {
  const id = useId();
  const hasWords = fault !== null || hint !== undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        spellCheck={false}
        autoComplete="off"
        {...area}
        id={id}
        className={`${styles.input} ${styles.lines}`}
        aria-invalid={fault !== null || undefined}
        aria-describedby={hasWords ? `${id}-words` : undefined}
      />
      {hasWords && (
        <p id={`${id}-words`} className={fault === null ? styles.hint : styles.fault}>
          {fault ?? hint}
        </p>
      )}
    </div>
  );
}
