import type { ReactElement, ReactNode } from 'react';
import type { Diagnosis } from '../../main/contract/index.ts';
import { Badge } from './badge.tsx';
import { Explained } from './explained.tsx';
import styles from './failure-card.module.css';
import { Fixes } from './fixes.tsx';
import { Prose } from './prose.tsx';
import { StateIcon } from './state-icon.tsx';

const CONFIDENCE: Readonly<Record<Diagnosis['confidence'], string>> = {
  certain: 'The other side said so: a TLS alert or an HTTP answer, or data where a canary should have got none.',
  probable: 'Deduced from how the connection ended; it fits no other common cause.',
  possible: 'One of several causes that fit what was seen.',
};

interface FailureCardProps {
  readonly diagnosis: Diagnosis;
  /** What else can be looked at, below the fixes. */
  readonly children?: ReactNode;
}

/** Why a connection failed: a sentence, the cause with how sure it is, and the exact line that mends it. */
export function FailureCard({ diagnosis, children }: FailureCardProps): ReactElement {
  return (
    <section className={styles.failure} aria-labelledby="failure-summary" data-failure={diagnosis.code}>
      <div className={styles.head}>
        <StateIcon tone="failed" />
        <h2 id="failure-summary">
          <Prose text={diagnosis.summary} />
        </h2>
      </div>
      <p className={styles.cause}>
        <Prose text={diagnosis.cause} />{' '}
        <Badge>
          <Explained meaning={CONFIDENCE[diagnosis.confidence]}>{diagnosis.confidence}</Explained>
        </Badge>
      </p>
      <Fixes fixes={diagnosis.fixes} isPrimary />
      {children !== undefined && <div className={styles.more}>{children}</div>}
    </section>
  );
}
