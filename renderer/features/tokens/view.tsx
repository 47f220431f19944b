import { type ReactElement, useState } from 'react';
import type { Service, Token } from '../../../main/contract/index.ts';
import { go, usePlace } from '../../app/router.ts';
import type { ScreenProps } from '../../app/screen-props.ts';
import { useAnswer, useBridge } from '../../bridge/procedure.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Facts } from '../../ui/facts.tsx';
import { dayOf, momentOf, timeAgo } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { SecretValue } from '../../ui/secret-value.tsx';
import { useNow } from '../../ui/use-now.ts';
import { PlanDialog } from './plan-dialog.tsx';
import { RehearsalDialog } from './rehearsal-dialog.tsx';
import { RetireDialog } from './retire-dialog.tsx';
import { RotateDialog } from './rotate-dialog.tsx';

/** The secret tokens: the active one, and older ones that are still accepted. */
export default function Tokens({ status }: ScreenProps): ReactElement {
  const { query } = usePlace();
  const answer = useAnswer('token.list', {});
  const [retiring, setRetiring] = useState<Token | null>(null);
  const tokens = (answer.data?.tokens ?? status.tokens).toSorted(byUse);

  return (
    <Page
      title="Tokens"
      lead="Agents send the secret token with everything they report. The endpoint accepts the active one and those that are retiring."
      action={
        <>
          <Button onClick={() => go('/tokens?do=plan')}>Plan for a server</Button>
          <Button onClick={() => go('/tokens?do=rehearse')}>Play a change</Button>
          <Button kind="primary" onClick={() => go('/tokens?do=rotate')}>
            Rotate
          </Button>
        </>
      }
    >
      {answer.error !== null && <Problem problem={answer.error} />}
      {tokens.length === 0 && (
        <Card>
          <Empty title="No token yet" />
        </Card>
      )}
      {tokens.map((token) => (
        <TokenCard
          key={token.id}
          token={token}
          users={usersOf(token, status.services)}
          onRetire={() => setRetiring(token)}
        />
      ))}
      {query.get('do') === 'rotate' && (
        <RotateDialog
          usedBy={tokens.find(({ state }) => state === 'active')?.usedBy ?? []}
          onClose={() => go('/tokens', 'replace')}
        />
      )}
      {retiring !== null && (
        <RetireDialog token={retiring} users={usersOf(retiring, status.services)} onClose={() => setRetiring(null)} />
      )}
      {query.get('do') === 'rehearse' && (
        <RehearsalDialog
          hasRetiring={tokens.some(({ state }) => state === 'retiring')}
          onClose={() => go('/tokens', 'replace')}
        />
      )}
      {query.get('do') === 'plan' && <PlanDialog onClose={() => go('/tokens', 'replace')} />}
    </Page>
  );
}

/** The active one first, then the one that was made last. */
function byUse(one: Token, other: Token): number {
  if (one.state !== other.state) return one.state === 'active' ? -1 : 1;
  return other.createdAt.localeCompare(one.createdAt);
}

/** Services whose last request came with that token. */
function usersOf({ id }: Token, services: readonly Service[]): string[] {
  return services.flatMap(({ service, tokenId }) => (tokenId === id ? [service ?? 'an unidentified client'] : []));
}

function TokenCard({
  token,
  users,
  onRetire,
}: {
  readonly token: Token;
  readonly users: readonly string[];
  readonly onRetire: () => void;
}): ReactElement {
  const bridge = useBridge();
  const now = useNow();
  const isActive = token.state === 'active';
  return (
    <Card
      title={isActive ? 'Active token' : 'Retiring token'}
      aside={
        isActive ? (
          <Badge tone="ok">active</Badge>
        ) : (
          <>
            <Badge tone="attention">still accepted</Badge>
            <Button onClick={onRetire}>Retire</Button>
          </>
        )
      }
    >
      <Facts
        facts={{
          Token: isActive ? (
            <SecretValue
              what="the secret token"
              fetchSecret={async () => (await bridge.call('token.show', {})).token}
            />
          ) : null,
          Made: momentOf(token.createdAt),
          'Last used': token.lastUsedAt === null ? 'not yet' : timeAgo(token.lastUsedAt, now),
          'Used by': token.usedBy.length === 0 ? 'nobody yet' : token.usedBy.join(', '),
          'Still used by': isActive ? null : users.length === 0 ? 'nobody: it can be retired' : users.join(', '),
          Until: token.until === null ? null : dayOf(token.until),
        }}
      />
    </Card>
  );
}
