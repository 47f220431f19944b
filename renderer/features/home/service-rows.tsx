import type { ReactElement } from 'react';
import type { Service } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { serviceAddress } from '../../app/service-address.ts';
import { AgentMark } from '../../ui/agent-mark.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { plural, timeAgo } from '../../ui/format.ts';
import { MiniLadder } from '../../ui/mini-ladder.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './living.module.css';

/** Every service that was seen, with how far it got. */
export function ServiceRows({ services }: { readonly services: readonly Service[] }): ReactElement {
  const now = useNow();
  return (
    <Card title="Services" isFlush>
      {services.length === 0 ? (
        <Empty title="No service yet">
          Connect an agent and watch it climb: reached, encrypted, trusted, authorised, identified, reporting. Or send a
          test transaction to see the whole way without an application.
        </Empty>
      ) : (
        <ul>
          {services.toSorted(byNeed).map((service) => (
            <li key={`${service.service}\n${service.environment}`} className={styles.row}>
              <AgentMark agent={markOf(service)} />
              <div>
                <Link to={serviceAddress(service)} className={styles.name}>
                  {service.service ?? 'Unidentified connections'}
                </Link>
                <p className={styles.quiet}>{describe(service)}</p>
              </div>
              <div className={styles.ladder}>
                <MiniLadder steps={service.steps} />
              </div>
              <div className={styles.end}>
                <p className={styles.quiet}>{timeAgo(service.lastSeenAt, now)}</p>
                <p className={styles.quiet}>{plural(service.counts.transaction, 'transaction', 'transactions')}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What stopped stands first, as it needs the person; the rest keeps its order, so that rows do not jump. */
function byNeed(one: Service, other: Service): number {
  return Number(one.stoppedAt === null) - Number(other.stoppedAt === null);
}

function markOf({ agentId, agent }: Service): string {
  return agentId ?? (agent?.name === 'sealwire-probe' ? 'sealwire' : '?');
}

function describe({ environment, agent, process }: Service): string {
  const who = agent === null ? process?.command : `${agent.name} ${agent.version}`;
  return [environment, who].filter((part) => part !== null && part !== undefined).join(' · ') || 'Agent not known yet';
}
