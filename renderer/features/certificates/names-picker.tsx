import { type ReactElement, type ReactNode, useId, useState } from 'react';
import type { CheckedName, SuggestedName } from '../../../main/contract/index.ts';
import { addNames } from '../../ui/add-names.ts';
import { Button } from '../../ui/button.tsx';
import fieldStyles from '../../ui/field.module.css';
import { Prose } from '../../ui/prose.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import styles from './issue.module.css';
import { refusalWords } from './issue-model.ts';

interface NamesPickerProps {
  readonly legend: ReactNode;
  readonly placeholder: string;
  readonly suggested: readonly SuggestedName[];
  /** Names that were chosen from the start; they stay in the list also when they are not chosen any more. */
  readonly first: readonly string[];
  readonly chosen: readonly string[];
  readonly onChosen: (names: readonly string[]) => void;
  /** What stands in the field and was not added yet; it is issued as well, so that nothing typed is lost. */
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly checked: ReadonlyMap<string, CheckedName>;
  /** Why a name that was not suggested is among the chosen ones. */
  readonly otherReason: (name: string) => string;
}

/** The names of a certificate: those of this machine with the reason of each, and others, judged as they are typed. */
export function NamesPicker(props: NamesPickerProps): ReactElement {
  const { legend, placeholder, suggested, first, chosen, onChosen, typed, onTyped, checked, otherReason } = props;
  const id = useId();
  const typedNames = addNames([], typed);
  const [added, setAdded] = useState<readonly string[]>([]);
  const others = [...new Set([...first, ...added])].filter((name) => !suggested.some((each) => each.name === name));
  const judged = typedNames.flatMap((name) => checked.get(name) ?? []);
  const isRefused = judged.some(({ refusal }) => refusal !== null);

  function toggle(name: string, isChosen: boolean): void {
    onChosen(isChosen ? [...chosen, name] : chosen.filter((other) => other !== name));
  }

  function add(): void {
    onChosen(addNames(chosen, typed));
    setAdded(addNames(added, typed));
    onTyped('');
  }

  return (
    <fieldset className={styles.stack}>
      <legend className={styles.legend}>{legend}</legend>
      {suggested.length + others.length > 0 && (
        <ul className={styles.names}>
          {suggested.map(({ name, shown, reason, refusal }) => (
            <NameRow
              key={name}
              name={shown}
              reason={reason}
              refusal={refusal ?? checked.get(name)?.refusal ?? null}
              isFixed={refusal !== null}
              isChosen={chosen.includes(name)}
              onChange={(isChosen) => toggle(name, isChosen)}
            />
          ))}
          {others.map((name) => (
            <NameRow
              key={name}
              name={checked.get(name)?.shown ?? name}
              reason={otherReason(name)}
              refusal={checked.get(name)?.refusal ?? null}
              isFixed={false}
              isChosen={chosen.includes(name)}
              onChange={(isChosen) => toggle(name, isChosen)}
            />
          ))}
        </ul>
      )}
      <label htmlFor={id} className="visually-hidden">
        Another name or address
      </label>
      <div className={styles.add}>
        <input
          id={id}
          className={fieldStyles.input}
          data-first-focus=""
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          aria-invalid={isRefused || undefined}
          aria-describedby={`${id}-judged`}
          onChange={(event) => onTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || typed.trim() === '') return;
            event.preventDefault();
            add();
          }}
        />
        <Button onClick={add} disabled={typed.trim() === ''}>
          Add
        </Button>
      </div>
      <div id={`${id}-judged`} role="status" className={styles.judged}>
        {judged.map((each) => (
          <Judgement key={each.input} name={each} />
        ))}
      </div>
    </fieldset>
  );
}

interface NameRowProps {
  readonly name: string;
  readonly reason: string;
  readonly refusal: CheckedName['refusal'];
  /** The authority cannot sign it, whatever is typed. */
  readonly isFixed: boolean;
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
}

function NameRow({ name, reason, refusal, isFixed, isChosen, onChange }: NameRowProps): ReactElement {
  const id = useId();
  return (
    <li>
      <label className={styles.name}>
        <input
          type="checkbox"
          checked={isChosen && !isFixed}
          disabled={isFixed}
          aria-describedby={`${id}-reason`}
          onChange={(event) => onChange(event.target.checked)}
        />
        <code>{name}</code>
        <span id={`${id}-reason`} className={styles.reason}>
          {reason}
          {refusal !== null && (
            <span className={styles.refusal}>
              <StateIcon tone={isFixed ? 'n/a' : 'failed'} size={14} />
              <span>
                <Prose text={refusalWords(refusal)} />
              </span>
            </span>
          )}
        </span>
      </label>
    </li>
  );
}

/** One name as it was typed: what will be written, or why not and what to do about it. */
function Judgement({ name: { input, name, shown, refusal } }: { readonly name: CheckedName }): ReactElement {
  if (refusal !== null) {
    return (
      <p className={styles.judgement}>
        <StateIcon tone="failed" size={14} />
        <span>
          <code>{input}</code> <Prose text={refusalWords(refusal)} />
        </span>
      </p>
    );
  }
  return (
    <p className={styles.judgement}>
      <StateIcon tone="ok" size={14} />
      <span>
        <code>{shown}</code> can be issued
        {name !== null && name !== shown && (
          <>
            , written <code>{name}</code>
          </>
        )}
      </span>
    </p>
  );
}
