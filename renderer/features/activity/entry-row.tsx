import { Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Authority, LedgerEntry } from '../../../main/contract/index.ts';
import { addressOf, go } from '../../app/router.ts';
import { Badge } from '../../ui/badge.tsx';
import { Breakable } from '../../ui/breakable.tsx';
import { Button } from '../../ui/button.tsx';
import { momentOf } from '../../ui/format.ts';
import styles from './activity.module.css';
import { canUndo, stateOf, unfinishedStore } from './model.ts';

interface EntryRowProps {
  readonly entry: LedgerEntry;
  readonly authorities: readonly Authority[];
}

/** One change: when, what, where, how it stands, the way back, and the way on for one that was interrupted. */
export function EntryRow({ entry, authorities }: EntryRowProps): ReactElement {
  const { tone, words } = stateOf(entry);
  const unfinished = unfinishedStore(entry, authorities);
  return (
    <li className={styles.row} data-state={entry.state}>
      <span className={styles.time}>{momentOf(entry.at)}</span>
      <div className={styles.words}>
        <p>{entry.what}</p>
        <p className={styles.where}>
          <Breakable text={entry.where} />
        </p>
        {entry.state === 'planned' && (
          <p className={styles.undo}>
            It was begun and not finished, so it may be there in part.{' '}
            {unfinished === null ? 'Undo takes out what is there.' : 'Finish it, or undo what is there.'}
          </p>
        )}
        {entry.undo !== null && entry.change === undefined && entry.state === 'done' && (
          <p className={styles.undo}>
            To undo: <code>{entry.undo}</code>
          </p>
        )}
      </div>
      <div className={styles.end}>
        <Badge tone={tone}>{words}</Badge>
        {unfinished !== null && (
          <Button
            aria-label={`Finish: ${entry.what}…`}
            onClick={() => go(addressOf('/trust', { do: 'install', store: unfinished }))}
          >
            Finish…
          </Button>
        )}
        {canUndo(entry) && (
          <Button aria-label={`Undo: ${entry.what}…`} onClick={() => go(addressOf('/activity', { undo: entry.id }))}>
            <Undo2 size={16} aria-hidden="true" />
            Undo…
          </Button>
        )}
      </div>
    </li>
  );
}
