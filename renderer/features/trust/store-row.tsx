import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { TrustStore } from '../../../main/contract/index.ts';
import { addressOf, go } from '../../app/router.ts';
import { Badge } from '../../ui/badge.tsx';
import { Breakable } from '../../ui/breakable.tsx';
import { Button } from '../../ui/button.tsx';
import { Chevron } from '../../ui/chevron.tsx';
import { Cure } from '../../ui/cure.tsx';
import { Facts } from '../../ui/facts.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ChecksList } from './checks-list.tsx';
import { CommandsToRun } from './commands-to-run.tsx';
import { LinesToCopy } from './lines-to-copy.tsx';
import { actionWords, canTakeBack, canTrust, isFilesAlone, listed, rightsOf, standing, stateOf } from './model.ts';
import { Refusals } from './refusals.tsx';
import styles from './trust.module.css';

interface StoreRowProps {
  readonly store: TrustStore;
  /** All of them: a program that refuses this one may read another. */
  readonly stores: readonly TrustStore[];
  /** The address is about this one, so it is open and in view. */
  readonly isNamed: boolean;
  readonly isBusy: boolean;
  readonly onCheck: () => void;
}

/** One store: how it stands and how that is known; opens to its evidence, its handshakes and what is to be copied. */
export function StoreRow({ store, stores, isNamed, isBusy, onCheck }: StoreRowProps): ReactElement {
  const now = useNow();
  const [isOpen, setIsOpen] = useState(isNamed);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isNamed) return;
    row.current?.querySelector('summary')?.focus({ preventScroll: true });
    row.current?.scrollIntoView({ block: 'start' });
  }, [isNamed]);
  const { id, title, path, serves, evidence, problem, checks, lines, state } = store;
  const { tone, words } = stateOf(store);
  const rights = rightsOf({ needs: store.needs, isByHand: !store.canChange });
  const isByHand = !store.canChange && (canTrust(store) || canTakeBack(store));
  const isTrusting = state === 'installed' || state === 'verified';
  const check = isTrusting ? 'Check again' : 'Check now';
  const act = actionWords(store);
  return (
    <li className={styles.row} data-store={id} ref={row}>
      <details className={styles.details} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className={styles.summary}>
          <Chevron />
          <span className={styles.words}>
            {title}
            <span className={styles.standing}>{standing(store, now)}</span>
          </span>
          <span className={styles.badges}>
            {rights !== null && state !== 'absent' && <Badge>{rights}</Badge>}
            <Badge tone={tone}>{words}</Badge>
          </span>
        </summary>
        <div className={styles.detail}>
          {problem !== null && <Cure text={problem.fix} />}
          <Facts
            facts={{
              Where: (
                <code>
                  <Breakable text={path} />
                </code>
              ),
              [isFilesAlone(store) ? 'For' : 'Read by']: serves.length === 0 ? null : listed(serves),
              Seen: evidence,
              Rights:
                rights === null
                  ? 'Yours are enough.'
                  : store.canChange
                    ? 'An administrator’s, which Sealwire runs with.'
                    : store.needs === 'admin'
                      ? 'An administrator’s, which Sealwire has not: it shows you the commands.'
                      : 'Sealwire does not change it by itself, and shows you what to run.',
              Proof: store.isProven
                ? null
                : 'Its steps were tested with recorded answers of the tools, not on a real system of this kind.',
            }}
          />
          {isOpen && isByHand && !isTrusting && <CommandsToRun store={store} />}
          <ChecksList checks={checks} />
          <Refusals store={store} checks={checks} stores={stores} />
          {isTrusting && <LinesToCopy lines={lines} />}
          {isOpen && isByHand && isTrusting && <CommandsToRun store={store} />}
          {(isTrusting || isByHand) && (
            <div>
              <Button isBusy={isBusy} onClick={onCheck} aria-label={`${check}: ${title}`}>
                {check}
              </Button>
            </div>
          )}
        </div>
      </details>
      <div className={styles.end}>
        {canTrust(store) && (
          <Button aria-label={act.name} onClick={() => go(addressOf('/trust', { do: 'install', store: id }))}>
            {act.label}
          </Button>
        )}
        {canTakeBack(store) && (
          <Button
            aria-label={`Take back: ${title}…`}
            onClick={() => go(addressOf('/trust', { do: 'uninstall', store: id }))}
          >
            Take back…
          </Button>
        )}
      </div>
    </li>
  );
}
