import { type InputHTMLAttributes, type ReactElement, type ReactNode, type SelectHTMLAttributes, useId } from 'react';
import styles from './field.module.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Why the value cannot be used; read out with the field. */
  readonly fault?: string | null;
}

/** A labelled line to type in. */
export function TextField({
  label,
  hint,
  fault = null,
  ...input
}: FieldProps & InputHTMLAttributes<HTMLInputElement>): ReactElement {
  const id = useId();
  const hasWords = fault !== null || hint !== undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        spellCheck={false}
        autoComplete="off"
        {...input}
        id={id}
        className={styles.input}
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

/** A labelled choice from a list. */
export function SelectField({
  label,
  hint,
  children,
  ...select
}: FieldProps & SelectHTMLAttributes<HTMLSelectElement>): ReactElement {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        {...select}
        id={id}
        className={styles.input}
        aria-describedby={hint === undefined ? undefined : `${id}-words`}
      >
        {children}
      </select>
      {hint !== undefined && (
        <p id={`${id}-words`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
