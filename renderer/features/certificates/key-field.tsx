import type { ReactElement } from 'react';
import type { KeyKind } from '../../../main/contract/index.ts';
import { SelectField } from '../../ui/field.tsx';
import { isAuthorityKey, KEYS } from './issue-model.ts';

interface KeyFieldProps {
  readonly value: KeyKind;
  readonly onChoose: (key: KeyKind) => void;
  /** Offers those alone that an authority can have. */
  readonly isForAuthority?: boolean;
}

/** The kind of key, with what each is for. */
export function KeyField({ value, onChoose, isForAuthority = false }: KeyFieldProps): ReactElement {
  const kinds = KEYS.filter((key) => !isForAuthority || isAuthorityKey(key.value));
  return (
    <SelectField
      label="Key"
      value={value}
      hint={KEYS.find((key) => key.value === value)?.hint}
      onChange={(event) => {
        const chosen = kinds.find((key) => key.value === event.target.value);
        if (chosen !== undefined) onChoose(chosen.value);
      }}
    >
      {kinds.map((key) => (
        <option key={key.value} value={key.value}>
          {key.title}
        </option>
      ))}
    </SelectField>
  );
}
