import { type ReactElement, useCallback, useState } from 'react';
import type { Service } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { LogLink } from '../../app/log-link.tsx';
import { addressOf, go, usePlace } from '../../app/router.ts';
import type { ScreenProps } from '../../app/screen-props.ts';
import { isAtAddress, serviceAddress } from '../../app/service-address.ts';
import { useAct } from '../../bridge/procedure.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureCard } from '../../ui/failure-card.tsx';
import { Ladder } from '../../ui/ladder.tsx';
import { NothingYet } from '../../ui/nothing-yet.tsx';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { CanaryDialog } from './canary-dialog.tsx';
import { CentralCard } from './central-card.tsx';
import styles from './service.module.css';
import { ServiceEvents } from './service-events.tsx';
import { ServiceFacts } from './service-facts.tsx';

/** One service: how far it got, why it stopped, what its agent is told, what it sent. */
export default function ServiceScreen({ status, rest }: ScreenProps): ReactElement {
  const { query } = usePlace();
  const service = status.services.find((candidate) => isAtAddress(candidate, rest, query.get('environment')));
  if (service === undefined) {
    return (
      <Page title={rest === '' ? 'Unidentified connections' : rest}>
        <Card isFlush>
          <Empty
            title="Nothing has been seen of this service"
            actions={
              <Link to="/connect" className={buttonClass('primary')}>
                Connect an agent
              </Link>
            }
          >
            It may have been forgotten, or it has not connected since.
          </Empty>
        </Card>
      </Page>
    );
  }
  return <Seen service={service} tokens={status.tokens} wish={query.get('do')} />;
}

interface SeenProps {
  readonly service: Service;
  readonly tokens: ScreenProps['status']['tokens'];
  readonly wish: string | null;
}

function Seen({ service, tokens, wish }: SeenProps): ReactElement {
  const forget = useAct('service.forget');
  const { service: name, environment } = service;
  const title = name ?? 'Unidentified connections';
  const hasFailed = service.stoppedAt !== null || service.diagnosis?.code === 'VERIFICATION_OFF';
  const [isAsking, setIsAsking] = useState(false);
  const address = serviceAddress(service);
  const forgetWish = useCallback(() => go(address, 'replace'), [address]);

  return (
    <Page
      title={title}
      lead={[environment, service.agent === null ? null : `${service.agent.name} ${service.agent.version}`]
        .filter((part) => part !== null)
        .join(' · ')}
      action={
        <>
          <Button
            isBusy={forget.isPending}
            title="Takes it off the list; its events stay until they are purged"
            onClick={() => forget.mutate({ service: name, environment }, { onSuccess: () => go('/') })}
          >
            Forget
          </Button>
          {name !== null && service.lastAttemptId !== null && (
            <Button
              title="Tries with one connection whether its agent checks the certificate"
              onClick={() => setIsAsking(true)}
            >
              Does it verify?
            </Button>
          )}
          <Link to={addressOf('/traffic', { service: name })} className={buttonClass('plain')}>
            Its traffic
          </Link>
          {service.agentId !== null && name !== null && (
            <Link
              to={addressOf(`/connect/${service.agentId}`, { service: name, environment })}
              className={buttonClass(hasFailed ? 'plain' : 'primary')}
            >
              Show its wiring
            </Link>
          )}
        </>
      }
    >
      {isAsking && name !== null && (
        <CanaryDialog name={name} environment={environment} onClose={() => setIsAsking(false)} />
      )}
      {forget.error !== null && <Problem problem={forget.error} />}
      {service.diagnosis !== null &&
        (hasFailed ? (
          <FailureCard diagnosis={service.diagnosis}>
            <LogLink agent={service.agentId} diagnosis={service.diagnosis} />
          </FailureCard>
        ) : (
          <NothingYet diagnosis={service.diagnosis} />
        ))}
      <div className={styles.columns}>
        <Card title="Ladder">
          <Ladder steps={service.steps} isLive />
        </Card>
        <ServiceFacts service={service} tokens={tokens} />
      </div>
      {name !== null && (
        <CentralCard
          place={{ service: name, environment }}
          agentId={service.agentId}
          isAsked={wish === 'option'}
          onTaken={forgetWish}
        />
      )}
      {name !== null && <ServiceEvents service={name} counts={service.counts} />}
    </Page>
  );
}
