import { type ReactElement, useState } from 'react';
import type { Counts, EventKind, StoredEvent } from '../../../main/contract/index.ts';
import { useAnswer } from '../../bridge/procedure.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { Chevron } from '../../ui/chevron.tsx';
import { Code } from '../../ui/code.tsx';
import { Empty } from '../../ui/empty.tsx';
import { clockTime, count, duration } from '../../ui/format.ts';
import { Problem } from '../../ui/problem.tsx';
import { Segments } from '../../ui/segments.tsx';
import styles from './service.module.css';

const SHOWN = 50;

const KINDS: readonly { readonly value: EventKind | 'all'; readonly title: string }[] = [
  { value: 'all', title: 'All' },
  { value: 'transaction', title: 'Transactions' },
  { value: 'span', title: 'Spans' },
  { value: 'error', title: 'Errors' },
  { value: 'metricset', title: 'Metrics' },
  { value: 'log', title: 'Logs' },
];

/** The last events of a service as they were stored; each opens to its document. */
export function ServiceEvents({
  service,
  counts,
}: {
  readonly service: string;
  readonly counts: Counts;
}): ReactElement {
  const [kind, setKind] = useState<EventKind | 'all'>('all');
  const events = useAnswer(
    'event.list',
    { service, limit: SHOWN, ...(kind === 'all' ? {} : { kind }) },
    { keepFormer: true },
  );
  const list = events.data?.events ?? [];
  const kinds = KINDS.map(({ value, title }) => ({
    value,
    title: value === 'all' || counts[value] === 0 ? title : `${title} ${count(counts[value])}`,
  }));

  return (
    <Card
      isFlush
      title="Last events"
      aside={<Segments legend="Kind of event" choices={kinds} value={kind} onChoose={setKind} />}
    >
      {events.error !== null && <Problem problem={events.error} />}
      {events.data !== undefined && list.length === 0 && (
        <Empty title="No event of this kind is stored">
          Agents send in batches, some only every ten seconds. Use the application once and wait for a moment.
        </Empty>
      )}
      <ul>
        {list.map((event) => (
          <EventRow key={event.sequence} event={event} />
        ))}
      </ul>
    </Card>
  );
}

function EventRow({ event }: { readonly event: StoredEvent }): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li className={styles.event}>
      <details onToggle={(toggle) => setIsOpen(toggle.currentTarget.open)}>
        <summary className={styles.summary}>
          <Chevron />
          <span className={styles.time}>{clockTime(event.at)}</span>
          <Badge {...(event.kind === 'error' || event.outcome === 'failure' ? { tone: 'failed' as const } : {})}>
            {event.kind}
          </Badge>
          <span className={styles.name}>{event.name ?? 'unnamed'}</span>
          <span className={styles.time}>{event.durationMs === null ? '' : duration(event.durationMs)}</span>
        </summary>
        {isOpen && (
          <div className={styles.document}>
            <Code content={JSON.stringify(event.document, null, 2) ?? ''} />
          </div>
        )}
      </details>
    </li>
  );
}
