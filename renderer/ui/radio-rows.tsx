import { type ReactElement, type ReactNode, useId } from 'react';
import styles from './radio-rows.module.css';

interface RadioRow<Value extends string> {
  readonly value: Value;
  readonly title: string;
  /** What choosing it means, in a line. */
  readonly hint: ReactNode;
  readonly isDisabled?: boolean;
}

interface RadioRowsProps<Value extends string> {
  readonly legend: string;
  readonly rows: readonly RadioRow<Value>[];
  readonly value: Value;
  /** Two in a row where there is room, for choices that are many. */
  readonly isGrid?: boolean;
  readonly onChoose: (value: Value) => void;
}

/** One choice of several that need a line of words each. Arrow keys move, one tab stop, and the first focus of a dialog. */
export function RadioRows<Value extends string>({
  legend,
  rows,
  value,
  isGrid = false,
  onChoose,
}: RadioRowsProps<Value>): ReactElement {
  const name = useId();
  return (
    <fieldset>
      <legend className={styles.legend}>{legend}</legend>
      <div className={isGrid ? styles.grid : styles.rows}>
        {rows.map((row) => (
          <label key={row.value} className={styles.row}>
            <input
              type="radio"
              name={name}
              value={row.value}
              checked={row.value === value}
              disabled={row.isDisabled}
              data-first-focus={row.value === value ? '' : undefined}
              onChange={() => onChoose(row.value)}
            />
            <span className={styles.words}>
              <span className={styles.title}>{row.title}</span>
              <span className={styles.hint}>{row.hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
