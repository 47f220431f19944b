import type { ReactElement } from 'react';
import type { RelayState } from '../../../main/contract/index.ts';
import { clockTime, count, plural, timeAgo } from '../../ui/format.ts';
import { Prose } from '../../ui/prose.tsx';
import { StateIcon, type Tone } from '../../ui/state-icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './living.module.css';

const TONES: Readonly<Record<RelayState['state'], Tone>> = { passing: 'ok', waiting: 'attention', held: 'failed' };

/** How it goes with the server that everything is passed on to, and what mends it where it does not. */
export function RelayLine({ relay }: { readonly relay: RelayState }): ReactElement {
  const now = useNow();
  const { url, state, problem, nextTryAt, lastRefusal } = relay;
  return (
    <section className={styles.notices} aria-label="Relay">
      <div className={styles.notice}>
        <StateIcon tone={TONES[state]} />
        <div className={styles.words}>
          <h2 className={styles.noticeTitle}>
            {problem === null ? 'Passing on to' : 'To be passed on to'} <code>{url}</code>
          </h2>
          {problem !== null && (
            <p>
              {problem.message} <Prose text={problem.fix} />
            </p>
          )}
          <p className={styles.quiet}>
            {[
              `${plural(relay.sent, 'request', 'requests')} passed on`,
              waitingWords(relay, now),
              ...(nextTryAt === null ? [] : [`tried again at ${clockTime(nextTryAt)}`]),
            ].join(' · ')}
          </p>
          {relay.refused + relay.eventsRefused > 0 && (
            <p className={styles.quiet}>
              {`That server refused ${[
                ...(relay.refused > 0 ? [plural(relay.refused, 'request', 'requests')] : []),
                ...(relay.eventsRefused > 0 ? [plural(relay.eventsRefused, 'event', 'events')] : []),
              ].join(' and ')}${lastRefusal === null ? '' : `, the last time because ${lastRefusal.why}`}.`}
            </p>
          )}
        </div>
      </div>
    </section>
  );
}

const MEGABYTE = 1024 * 1024;

function waitingWords({ queued, limitBytes }: RelayState, now: number): string {
  if (queued.requests === 0) return 'none waits';
  const since = queued.oldestAt === null ? '' : `, the oldest since ${timeAgo(queued.oldestAt, now)}`;
  const size = `${count(Math.ceil(queued.bytes / MEGABYTE))} of ${count(Math.round(limitBytes / MEGABYTE))} MB`;
  return `${plural(queued.requests, 'waits', 'wait')} on the disk (${size})${since}`;
}
