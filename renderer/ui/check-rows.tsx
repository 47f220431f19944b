import { type ReactElement, useId } from 'react';
import { classNames } from './class-names.ts';
import { Prose } from './prose.tsx';
import styles from './radio-rows.module.css';

interface CheckRow {
  readonly value: string;
  readonly title: string;
  /** What ticking it means, in a line; what stands between backticks is shown as something to type. */
  readonly hint: string;
  readonly isDisabled?: boolean;
}

interface CheckRowsProps {
  readonly legend: string;
  readonly rows: readonly CheckRow[];
  readonly ticked: ReadonlySet<string>;
  /** Two in a row where there is room. */
  readonly isGrid?: boolean;
  /** Takes the first focus of a dialog. */
  readonly isFirst?: boolean;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

/** Several of many, with a line of words each; a long list scrolls. What is disabled counts as not ticked, and is again when it can be. */
export function CheckRows(props: CheckRowsProps): ReactElement {
  const { legend, rows, ticked, isGrid = false, isFirst = false, onTick } = props;
  const id = useId();
  return (
    <fieldset>
      <legend className={styles.legend}>{legend}</legend>
      <div className={classNames(isGrid ? styles.grid : styles.rows, !isGrid && styles.scrolling)}>
        {rows.map(({ value, title, hint, isDisabled = false }, place) => (
          <label key={value} className={styles.row}>
            <input
              type="checkbox"
              checked={ticked.has(value) && !isDisabled}
              disabled={isDisabled}
              aria-describedby={`${id}-${place}`}
              aria-labelledby={`${id}-${place}-title`}
              data-first-focus={isFirst && place === 0 ? '' : undefined}
              onChange={(event) =>
                onTick(
                  new Set(event.target.checked ? [...ticked, value] : [...ticked].filter((each) => each !== value)),
                )
              }
            />
            <span className={styles.words}>
              <span id={`${id}-${place}-title`} className={styles.title}>
                {title}
              </span>
              <span id={`${id}-${place}`} className={styles.hint}>
                <Prose text={hint} />
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
