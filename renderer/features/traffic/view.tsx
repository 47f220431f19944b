import { Pause, Play } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { Attempt } from '../../../main/contract/index.ts';
import { addressOf, go, usePlace } from '../../app/router.ts';
import type { ScreenProps } from '../../app/screen-props.ts';
import { useAnswer } from '../../bridge/procedure.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { plural } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { SecretCode } from '../../ui/secret-code.tsx';
import { AttemptList } from './attempt-list.tsx';
import { TrafficFilters } from './filters.tsx';
import { MissedLine } from './missed-line.tsx';
import { filterOf, listInput, ofAgent, type TrafficFilter } from './model.ts';

/** Every connection that reached the endpoint, as it comes. */
export default function Traffic({ status }: ScreenProps): ReactElement {
  const { query } = usePlace();
  const filter = filterOf(query);
  const answer = useAnswer('attempt.list', listInput(filter), { keepFormer: true });
  const [held, setHeld] = useState<readonly Attempt[] | null>(null);

  const current = ofAgent(answer.data?.attempts ?? [], filter.agent);
  const shown = held ?? current;
  const fresh = held === null ? 0 : countNew(current, held);
  const isFiltered = Object.values(filter).some((value) => value !== '');

  function change(part: Partial<TrafficFilter>): void {
    setHeld(null);
    go(addressOf('/traffic', { ...filter, ...part }), 'replace');
  }

  return (
    <Page
      title="Traffic"
      lead="Every connection to the endpoint, the newest first. Open one to see all that was observed."
      action={
        <Button onClick={() => setHeld(held === null ? current : null)} aria-pressed={held !== null}>
          {held === null ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
          {held === null
            ? 'Pause'
            : fresh === 0
              ? 'Go on'
              : `Go on with ${plural(fresh, 'new attempt', 'new attempts')}`}
        </Button>
      }
    >
      <TrafficFilters filter={filter} services={status.services} onChange={change} />
      {answer.error !== null && (
        <Problem problem={answer.error}>
          <Button onClick={() => void answer.refetch()}>Try again</Button>
        </Problem>
      )}
      <MissedLine />
      {answer.data !== undefined && (
        <Card isFlush>
          {shown.length > 0 ? (
            <AttemptList attempts={shown} />
          ) : isFiltered ? (
            <Empty
              title="No attempt matches these filters"
              actions={
                <Button onClick={() => change({ service: '', agent: '', outcome: '', text: '' })}>
                  Show all attempts
                </Button>
              }
            />
          ) : (
            <NothingYet status={status} />
          )}
        </Card>
      )}
    </Page>
  );
}

function NothingYet({ status }: Pick<ScreenProps, 'status'>): ReactElement {
  const { url, ca = null } = status.endpoint ?? {};
  if (url === undefined || ca === null) return <Empty title="Nothing has reached the endpoint yet" />;
  return (
    <Empty
      title="Nothing has reached the endpoint yet"
      actions={<SecretCode content={`curl --cacert "${ca}" ${url}/`} what="the curl command" kind="primary" />}
    >
      Try it from a terminal; the answer is the server's own information.
    </Empty>
  );
}

function countNew(current: readonly Attempt[], held: readonly Attempt[]): number {
  const known = new Set(held.map(({ id }) => id));
  return current.filter(({ id }) => !known.has(id)).length;
}
