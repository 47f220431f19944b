import type { ReactElement } from 'react';
import { Link } from '../../app/link.tsx';
import { addressOf } from '../../app/router.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Prose } from '../../ui/prose.tsx';
import styles from './hand-over.module.css';

interface NextStepsProps {
  /** Where agents will reach it. */
  readonly url: string;
  readonly steps: readonly string[];
  readonly notes: readonly string[];
}

/** What is to be done with the files, in order; the README among them says the same. */
export function NextSteps({ url, steps, notes }: NextStepsProps): ReactElement {
  return (
    <Card
      title="Then, on the server"
      aside={
        <Link to={addressOf('/doctor', { url })} className={buttonClass('quiet')}>
          Check it from outside
        </Link>
      }
    >
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
