import type { ReactElement } from 'react';
import type { RumState, Status } from '../../../main/contract/index.ts';
import { Badge } from '../../ui/badge.tsx';
import { Facts } from '../../ui/facts.tsx';
import { limitWords, namesOr } from './browsers-model.ts';
import styles from './settings.module.css';

const ELSEWHERE = {
  file: 'The settings file of this run decides; what is saved here counts from a start without --config.',
  command: 'This run was started with --rum; what is saved here counts from a start without it.',
} as const;

interface BrowsersInForceProps {
  readonly rum: RumState;
  readonly endpoint: Status['endpoint'];
}

/** What browsers may do now, and what decided it. */
export function BrowsersInForce({ rum, endpoint }: BrowsersInForceProps): ReactElement {
  const isOpen = rum.enabled || rum.anonymous;
  const isListening = endpoint?.listening === true;
  const closed = endpoint?.auth === 'none' ? 'No token is asked for at all.' : 'Without a token nobody may report.';
  return (
    <>
      <Facts
        facts={{
          Now: (
            <span className={styles.inForce}>
              <Badge tone={isOpen && isListening ? 'ok' : 'n/a'}>{stateWord(rum)}</Badge>
              {!isOpen && <span className={styles.quiet}>{closed}</span>}
            </span>
          ),
          Origins: rum.enabled ? <code>{namesOr(rum.origins, 'none')}</code> : null,
          'Without a token': rum.anonymous
            ? `Agents: ${namesOr(rum.agents, 'all')}. Services: ${namesOr(rum.services, 'all')}.`
            : null,
          Limit: rum.anonymous ? limitWords(rum) : null,
        }}
      />
      {rum.by !== 'settings' && <p className={styles.quiet}>{ELSEWHERE[rum.by]}</p>}
    </>
  );
}

function stateWord({ enabled, anonymous }: RumState): string {
  if (enabled) return 'On';
  return anonymous ? 'Off, but anybody on the list may report' : 'Off';
}
