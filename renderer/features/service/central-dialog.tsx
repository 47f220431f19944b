import { type ReactElement, useState } from 'react';
import type { CentralOption, ConfigEntry } from '../../../main/contract/index.ts';
import { useAct } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { plural } from '../../ui/format.ts';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Segments } from '../../ui/segments.tsx';
import styles from './central.module.css';
import { type CentralPlace, type CentralScope, scopesOf, writing } from './central-model.ts';

interface CentralDialogProps {
  readonly place: CentralPlace;
  readonly entry: ConfigEntry | null;
  readonly options: readonly CentralOption[];
  /** The option that is changed; empty where one is still to be chosen. */
  readonly name: string;
  readonly onDone: (notes: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Sets one option of the agent, with its hint and what it takes; what the core refuses stands at the field. */
export function CentralDialog({
  place,
  entry,
  options,
  name: given,
  onDone,
  onClose,
}: CentralDialogProps): ReactElement {
  const set = useAct('config.set');
  const free = options.filter(({ name }) => entry?.settings[name] === undefined);
  const [chosen, setChosen] = useState(free[0]?.name ?? '');
  const name = given === '' ? chosen : given;
  const [value, setValue] = useState(entry?.settings[name] ?? '');
  const scopes = scopesOf(entry, place);
  const [scope, setScope] = useState<CentralScope>(scopes[0] ?? 'everywhere');
  const option = options.find((each) => each.name === name);
  const { takesAlong, ...wanted } = writing(entry, place, scope, [name, value.trim()]);
  const refusal = set.error?.code === 'INPUT_INVALID' ? set.error.message : null;

  function submit(): void {
    set.mutate(wanted, {
      onSuccess: ({ notes }) => {
        announceVisibly(`${name} is set. The agent gets it the next time it asks.`);
        onDone(notes);
      },
    });
  }

  return (
    <Modal title={given === '' ? 'Set an option' : `Change ${given}`} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {given === '' && (
          <SelectField
            label="Option"
            value={chosen}
            data-first-focus=""
            hint={option?.hint}
            onChange={(event) => {
              setChosen(event.target.value);
              setValue('');
              set.reset();
            }}
          >
            {free.map((each) => (
              <option key={each.name}>{each.name}</option>
            ))}
          </SelectField>
        )}
        {given !== '' && option !== undefined && <p>{option.hint}</p>}
        <ValueField
          option={option}
          value={value}
          isFirst={given !== ''}
          fault={refusal}
          onChange={(typed) => {
            setValue(typed);
            set.reset();
          }}
        />
        {scopes.length > 1 && (
          <Segments
            legend="Where it is set"
            choices={scopes.map((each) => ({
              value: each,
              title: each === 'here' ? `Only in ${place.environment}` : 'In every environment',
            }))}
            value={scope}
            onChoose={setScope}
          />
        )}
        {takesAlong > 0 && (
          <p className={styles.quiet}>
            {place.service} then has its own settings here; {plural(takesAlong, 'setting', 'settings')} that it has now
            {takesAlong === 1 ? ' comes' : ' come'} along.
          </p>
        )}
        {set.error !== null && refusal === null && <Problem problem={set.error} />}
        <ModalActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" isBusy={set.isPending} disabled={name === '' || value.trim() === ''}>
            {set.isPending ? 'Setting…' : 'Set it'}
          </Button>
        </ModalActions>
      </form>
    </Modal>
  );
}

interface ValueFieldProps {
  readonly option: CentralOption | undefined;
  readonly value: string;
  readonly isFirst: boolean;
  readonly fault: string | null;
  readonly onChange: (value: string) => void;
}

function ValueField({ option, value, isFirst, fault, onChange }: ValueFieldProps): ReactElement {
  const first = isFirst ? { 'data-first-focus': '' } : {};
  if (option === undefined || option.choices.length === 0) {
    return (
      <TextField
        label="Value"
        hint={option === undefined ? undefined : `Takes ${option.takes}.`}
        fault={fault}
        value={value}
        {...first}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  return (
    <>
      <SelectField label="Value" value={value} {...first} onChange={(event) => onChange(event.target.value)}>
        {value === '' && <option value="">Choose one</option>}
        {option.choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </SelectField>
      {fault !== null && <p className={styles.fault}>{fault}</p>}
    </>
  );
}
