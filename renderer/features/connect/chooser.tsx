import type { ReactElement } from 'react';
import type { AgentSummary } from '../../../main/contract/index.ts';
import { addressOf, go } from '../../app/router.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import type { Choice } from './model.ts';
import { provenWords } from './proven-words.ts';
import styles from './wire.module.css';

interface ChooserProps {
  readonly agent: AgentSummary;
  readonly agents: readonly AgentSummary[];
  readonly choice: Choice;
  readonly fault: string | null;
  readonly onChange: (part: Partial<Choice>) => void;
}

/** What the lines are for: agent, framework, name, version, and the form they are written in. */
export function Chooser({ agent, agents, choice, fault, onChange }: ChooserProps): ReactElement {
  return (
    <div className={styles.chooser}>
      <div className={styles.fields}>
        <SelectField
          label="Agent"
          value={agent.id}
          onChange={(event) => go(addressOf(`/connect/${event.target.value}`, { service: choice.service }), 'replace')}
        >
          {agents.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Framework"
          value={choice.framework}
          onChange={(event) => onChange({ framework: event.target.value })}
        >
          {agent.frameworks.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Service name"
          value={choice.service}
          fault={fault}
          onChange={(event) => onChange({ service: event.target.value })}
        />
        <TextField
          label="Environment"
          placeholder="none"
          value={choice.environment}
          onChange={(event) => onChange({ environment: event.target.value })}
        />
        <TextField
          label="Version"
          placeholder={agent.version}
          title={`Version of the agent; ${agent.version} where it is left empty`}
          inputMode="decimal"
          value={choice.version}
          onChange={(event) => onChange({ version: event.target.value })}
        />
      </div>
      <Segments
        legend="Configure by"
        value={choice.as}
        choices={agent.forms.map(({ as, title }) => ({ value: as, title }))}
        onChoose={(as) => onChange({ as })}
      />
      <p className={styles.quiet}>{provenWords(agent, choice)}</p>
    </div>
  );
}
