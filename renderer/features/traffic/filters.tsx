import { type ReactElement, useEffect, useState } from 'react';
import type { Service } from '../../../main/contract/index.ts';
import { useAnswer } from '../../bridge/procedure.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import styles from './attempt-list.module.css';
import type { TrafficFilter } from './model.ts';

const TYPING_MS = 200;

interface TrafficFiltersProps {
  readonly filter: TrafficFilter;
  readonly services: readonly Service[];
  readonly onChange: (part: Partial<TrafficFilter>) => void;
}

/** Narrows the list by service, agent, outcome and text. */
export function TrafficFilters({ filter, services, onChange }: TrafficFiltersProps): ReactElement {
  const agents = useAnswer('agent.list', {});
  const names = new Set(services.map(({ service }) => service).filter((name) => name !== null));
  if (filter.service !== '') names.add(filter.service);

  return (
    <div className={styles.filters}>
      <SelectField
        label="Service"
        value={filter.service}
        onChange={(event) => onChange({ service: event.target.value })}
      >
        <option value="">All services</option>
        {[...names].map((name) => (
          <option key={name}>{name}</option>
        ))}
      </SelectField>
      <SelectField label="Agent" value={filter.agent} onChange={(event) => onChange({ agent: event.target.value })}>
        <option value="">All agents</option>
        {agents.data?.agents.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SelectField>
      <SelectField
        label="Outcome"
        value={filter.outcome}
        onChange={({ target: { value } }) => onChange({ outcome: value === 'ok' || value === 'failed' ? value : '' })}
      >
        <option value="">All outcomes</option>
        <option value="ok">Went well</option>
        <option value="failed">Failed</option>
      </SelectField>
      <TextFilter
        key={filter.text === '' ? 'empty' : 'typed'}
        text={filter.text}
        onChange={(text) => onChange({ text })}
      />
    </div>
  );
}

function TextFilter({
  text,
  onChange,
}: {
  readonly text: string;
  readonly onChange: (text: string) => void;
}): ReactElement {
  const [typed, setTyped] = useState(text);

  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => onChange(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, text, onChange]);

  return (
    <TextField
      label="Text"
      type="search"
      placeholder="service or cause"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
