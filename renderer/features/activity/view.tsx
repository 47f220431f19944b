import { Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import type { LedgerEntry } from '../../../main/contract/index.ts';
import { useAct, useAnswer } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { momentOf } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import type { Tone } from '../../ui/state-icon.tsx';
import styles from './activity.module.css';

const STATES: Readonly<Record<LedgerEntry['state'], { readonly tone: Tone; readonly words: string }>> = {
  planned: { tone: 'waiting', words: 'planned' },
  done: { tone: 'ok', words: 'done' },
  undone: { tone: 'n/a', words: 'undone' },
};

/** Every change that Sealwire made outside its own folder, and how each is taken back. */
export default function Activity(): ReactElement {
  const ledger = useAnswer('ledger.list', {});
  const entries = ledger.data?.entries ?? [];
  return (
    <Page title="Activity" lead="What Sealwire changed on this machine outside its own folder.">
      {ledger.error !== null && (
        <Problem problem={ledger.error}>
          <Button onClick={() => void ledger.refetch()}>Try again</Button>
        </Problem>
      )}
      {ledger.data !== undefined && (
        <Card isFlush>
          {entries.length === 0 ? (
            <Empty title="Sealwire has changed nothing outside its folder">
              When something does change, for example a trust store, it is written here first, with the way back.
            </Empty>
          ) : (
            <ul>
              {entries.map((entry) => (
                <EntryRow key={entry.id} entry={entry} />
              ))}
            </ul>
          )}
        </Card>
      )}
    </Page>
  );
}

function EntryRow({ entry }: { readonly entry: LedgerEntry }): ReactElement {
  const { tone, words } = STATES[entry.state];
  const undo = useAct('ledger.undo');
  return (
    <li className={styles.row}>
      <span className={styles.time}>{momentOf(entry.at)}</span>
      <div className={styles.words}>
        <p>{entry.what}</p>
        <p className={styles.where}>{entry.where}</p>
        {entry.state === 'planned' && (
          <p className={styles.undo}>It was about to be made when Sealwire ended, so it may be there in part.</p>
        )}
        {entry.undo !== null && entry.change === undefined && entry.state === 'done' && (
          <p className={styles.undo}>
            To undo: <code>{entry.undo}</code>
          </p>
        )}
        {undo.error !== null && <Problem problem={undo.error} />}
      </div>
      <div className={styles.end}>
        <Badge tone={tone}>{words}</Badge>
        {entry.change !== undefined && entry.state !== 'undone' && (
          <Button
            aria-label={`Undo: ${entry.what}`}
            isBusy={undo.isPending}
            onClick={() => undo.mutate({ id: entry.id }, { onSuccess: ({ said }) => announceVisibly(said) })}
          >
            <Undo2 size={16} aria-hidden="true" />
            {undo.isPending ? 'Undoing…' : 'Undo'}
          </Button>
        )}
      </div>
    </li>
  );
}
