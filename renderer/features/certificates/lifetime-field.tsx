import type { ReactElement } from 'react';
import { SelectField, TextField } from '../../ui/field.tsx';
import styles from './issue.module.css';
import { type LifetimeUnit, lifetimeFault, MOST, USUAL_DAYS } from './issue-model.ts';

/** A lifetime as it is typed. */
export interface Lifetime {
  readonly text: string;
  readonly unit: LifetimeUnit;
}

export const USUAL_LIFETIME: Lifetime = { text: USUAL_DAYS, unit: 'days' };

interface LifetimeFieldProps {
  readonly lifetime: Lifetime;
  readonly onChange: (lifetime: Lifetime) => void;
}

/** How long a certificate lasts, in days, or in minutes for tests of what happens when it ends. */
export function LifetimeField({ lifetime: { text, unit }, onChange }: LifetimeFieldProps): ReactElement {
  return (
    <div className={styles.lifetime}>
      <TextField
        label="Lasts"
        inputMode="numeric"
        value={text}
        fault={lifetimeFault(text, unit)}
        hint={
          unit === 'days'
            ? `At most ${MOST.days}, and never longer than its authority`
            : 'For tests of what happens at the end'
        }
        onChange={(event) => onChange({ text: event.target.value, unit })}
      />
      <SelectField
        label="Unit"
        value={unit}
        onChange={(event) =>
          onChange(event.target.value === 'minutes' ? { text: '10', unit: 'minutes' } : USUAL_LIFETIME)
        }
      >
        <option value="days">days</option>
        <option value="minutes">minutes</option>
      </SelectField>
    </div>
  );
}
