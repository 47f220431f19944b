import type { ReactElement } from 'react';
import type { Authority } from '../../../main/contract/index.ts';
import { SelectField } from '../../ui/field.tsx';

interface AuthorityFieldProps {
  readonly authorities: readonly Authority[];
  /** Empty for the current one, whichever that is. */
  readonly value: string;
  readonly onChoose: (id: string) => void;
}

/** Which authority signs, where there is a choice. */
export function AuthorityField({ authorities, value, onChoose }: AuthorityFieldProps): ReactElement | null {
  const able = authorities.filter(({ state }) => state !== 'retired');
  if (able.length < 2) return null;
  return (
    <SelectField label="Signed by" value={value} onChange={(event) => onChoose(event.target.value)}>
      {able.map(({ id, current, commonName }) => (
        <option key={id} value={current ? '' : id}>
          {commonName} ({current ? 'current' : 'older'})
        </option>
      ))}
    </SelectField>
  );
}
