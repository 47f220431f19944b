import type { ReactElement } from 'react';
import { Link } from '../../app/link.tsx';
import type { ScreenProps } from '../../app/screen-props.ts';
import { useAnswer } from '../../bridge/procedure.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { AgentGrid } from './agent-grid.tsx';
import { Check } from './check.tsx';
import { Wire } from './wire.tsx';

/** In the place of an agent: the page that looks over what somebody has already. */
const CHECK = 'check';

/** Connect: choose an agent, paste what it needs, watch it climb. */
export default function Connect({ status, rest }: ScreenProps): ReactElement {
  const agents = useAnswer('agent.list', {});
  const app = useAnswer('app.info', {});

  const problem = agents.error ?? app.error;
  if (problem !== null) {
    return (
      <Page title="Connect an agent">
        <Problem problem={problem}>
          <Button onClick={() => void Promise.all([agents.refetch(), app.refetch()])}>Try again</Button>
        </Problem>
      </Page>
    );
  }
  if (agents.data === undefined || app.data === undefined) return <Page title="Connect an agent">{null}</Page>;
  if (rest === '') return <AgentGrid agents={agents.data.agents} startedIn={app.data.startedIn} />;

  if (rest === CHECK) return <Check agents={agents.data.agents} />;

  const agent = agents.data.agents.find(({ id }) => id === rest);
  if (agent === undefined) {
    return (
      <Page title="Connect an agent">
        <Card isFlush>
          <Empty
            title={`Sealwire knows no agent “${rest}”`}
            actions={
              <Link to="/connect" className={buttonClass('primary')}>
                Choose an agent
              </Link>
            }
          />
        </Card>
      </Page>
    );
  }
  return <Wire agent={agent} agents={agents.data.agents} app={app.data} status={status} />;
}
