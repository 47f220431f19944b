import type { ReactElement } from 'react';
import type { Endpoint, Service } from '../../../main/contract/index.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { timeAgo } from '../../ui/format.ts';
import { Ladder } from '../../ui/ladder.tsx';
import { waitingLadder } from '../../ui/steps.ts';
import { useNow } from '../../ui/use-now.ts';
import type { Choice } from './model.ts';

interface LiveLadderProps {
  readonly service: Service | undefined;
  readonly choice: Choice;
  readonly endpoint: Endpoint | null;
}

/** How far the service of this page has got, as it happens; before its first connection, what is being waited for. */
export function LiveLadder({ service, choice, endpoint }: LiveLadderProps): ReactElement {
  const now = useNow(5_000);
  return (
    <Card
      title={choice.service}
      aside={
        service === undefined || service.steps.every(({ state }) => state === 'waiting') ? (
          <Badge tone="waiting">waiting</Badge>
        ) : service.process === null ? (
          <Badge>{timeAgo(service.lastSeenAt, now)}</Badge>
        ) : (
          <Badge>
            pid {service.process.pid} · {executable(service.process.command)}
          </Badge>
        )
      }
    >
      <Ladder steps={service?.steps ?? waitingLadder(waitingFor(choice, endpoint))} isLive />
    </Card>
  );
}

function waitingFor({ service }: Choice, endpoint: Endpoint | null): string {
  if (endpoint === null) return 'The endpoint has not been started.';
  if (!endpoint.listening) return endpoint.problem?.message ?? 'The endpoint is stopped, so nothing can arrive.';
  return `No connection of ${service} has reached port ${endpoint.port} yet. Start your application with the lines on this page.`;
}

function executable(command: string): string {
  const first = command.split(' ')[0] ?? command;
  return first.split(/[\\/]/).at(-1) ?? first;
}
