import type { ReactElement } from 'react';
import type { AttemptDetail } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { LogLink } from '../../app/log-link.tsx';
import type { ScreenProps } from '../../app/screen-props.ts';
import { serviceAddress } from '../../app/service-address.ts';
import { useAnswer } from '../../bridge/procedure.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FailureCard } from '../../ui/failure-card.tsx';
import { clockTime, dayOf, duration } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import styles from './attempt.module.css';
import { AttemptFacts } from './attempt-facts.tsx';
import { Exchanges } from './exchanges.tsx';
import { Timeline } from './timeline.tsx';

/** One client's try to connect, with everything that was observed about it. */
export default function AttemptScreen({ rest }: ScreenProps): ReactElement {
  const attempt = useAnswer('attempt.show', { id: rest });
  if (attempt.data !== undefined) return <Observed attempt={attempt.data} />;
  return (
    <Page title="Attempt">
      {attempt.error !== null && (
        <Problem problem={attempt.error}>
          <Button onClick={() => void attempt.refetch()}>Try again</Button>
          <Link to="/traffic" className={buttonClass('plain')}>
            All traffic
          </Link>
        </Problem>
      )}
    </Page>
  );
}

function Observed({ attempt }: { readonly attempt: AttemptDetail }): ReactElement {
  const who = attempt.service ?? attempt.process?.command ?? attempt.remote;
  return (
    <Page
      title={attempt.outcome === 'ok' ? `${who} connected` : `${who} did not get through`}
      lead={`${clockTime(attempt.at)} on ${dayOf(attempt.at)} · ${attempt.open ? 'still open' : `took ${duration(attempt.durationMs)}`}`}
      action={
        <Link to={serviceAddress(attempt)} className={buttonClass('plain')}>
          Open service
        </Link>
      }
    >
      {attempt.diagnosis !== null && (
        <FailureCard diagnosis={attempt.diagnosis}>
          <LogLink agent={attempt.agentId} diagnosis={attempt.diagnosis} />
        </FailureCard>
      )}
      <div className={styles.columns}>
        <Card title="What happened">
          <Timeline entries={attempt.timeline} />
        </Card>
        <AttemptFacts attempt={attempt} />
      </div>
      <Exchanges exchanges={attempt.exchanges} />
    </Page>
  );
}
