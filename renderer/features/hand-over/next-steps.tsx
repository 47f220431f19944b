import type { ReactElement } from 'react';
import { Card } from '../../ui/card.tsx';
import { Prose } from '../../ui/prose.tsx';
import styles from './hand-over.module.css';

interface NextStepsProps {
  readonly steps: readonly string[];
  readonly notes: readonly string[];
}

/** What is to be done with the files, in order; the README among them says the same. */
export function NextSteps({ steps, notes }: NextStepsProps): ReactElement {
  return (
    <Card title="Then, on the server">
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>
            <Prose text={step} />
          </li>
        ))}
      </ol>
      {notes.map((note) => (
        <p key={note} className={styles.quiet}>
          <Prose text={note} />
        </p>
      ))}
    </Card>
  );
}
