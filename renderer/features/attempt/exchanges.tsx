import type { ReactElement } from 'react';
import type { Exchange } from '../../../main/contract/index.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { Chevron } from '../../ui/chevron.tsx';
import { Code } from '../../ui/code.tsx';
import styles from './attempt.module.css';

/** The requests of a connection and what was answered; secrets were masked before they were kept. */
export function Exchanges({ exchanges }: { readonly exchanges: readonly Exchange[] }): ReactElement | null {
  if (exchanges.length === 0) return null;
  return (
    <Card title="Requests" isFlush>
      <ul>
        {exchanges.map((exchange, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: requests of a connection only grow at the end
          <li key={place} className={styles.exchange}>
            <details open={place === 0}>
              <summary className={styles.summary}>
                <Chevron />
                <code className={styles.request}>
                  {exchange.method} {exchange.path}
                </code>
                <StatusBadge status={exchange.status} />
              </summary>
              <div className={styles.bodies}>
                <h3>Request headers</h3>
                <Code content={headerText(exchange.requestHeaders)} />
                <h3>Response headers</h3>
                <Code content={headerText(exchange.responseHeaders)} />
                {exchange.responseBody !== null && exchange.responseBody !== '' && (
                  <>
                    <h3>Response body</h3>
                    <Code content={exchange.responseBody} />
                  </>
                )}
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function StatusBadge({ status }: { readonly status: number | null }): ReactElement {
  if (status === null) return <Badge tone="waiting">no answer</Badge>;
  return <Badge tone={status < 400 ? 'ok' : 'failed'}>{status}</Badge>;
}

function headerText(headers: readonly (readonly [string, string])[]): string {
  return headers.length === 0 ? 'none' : headers.map(([name, value]) => `${name}: ${value}`).join('\n');
}
