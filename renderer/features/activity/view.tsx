import type { ReactElement } from 'react';
import { Link } from '../../app/link.tsx';
import { go, usePlace } from '../../app/router.ts';
import type { ScreenProps } from '../../app/screen-props.ts';
import { useAnswer } from '../../bridge/procedure.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { TrustDialog } from '../trust/trust-dialog.tsx';
import { EntryRow } from './entry-row.tsx';
import { newestFirst, storeOf } from './model.ts';
import { UndoDialog } from './undo-dialog.tsx';

/** Every change that Sealwire made outside its own folder, newest first, and how each is taken back. */
export default function Activity({ status }: ScreenProps): ReactElement {
  const ledger = useAnswer('ledger.list', {});
  const { query } = usePlace();
  const entries = newestFirst(ledger.data?.entries ?? []);
  const undone = entries.find((entry) => entry.id === query.get('undo') && entry.change !== undefined);
  const isTrust = undone !== undefined && storeOf(undone) !== null;
  const stores = useAnswer('trust.list', {}, { enabled: isTrust });
  return (
    <Page title="Activity" lead="What Sealwire changed on this machine outside its own folder, newest first.">
      {ledger.error !== null && (
        <Problem problem={ledger.error}>
          <Button onClick={() => void ledger.refetch()}>Try again</Button>
        </Problem>
      )}
      {ledger.data !== undefined && (
        <Card isFlush>
          {entries.length === 0 ? (
            <Empty
              title="Sealwire has changed nothing outside its folder"
              actions={
                status.initialised ? (
                  <Link to="/trust" className={buttonClass('plain')}>
                    See the trust stores
                  </Link>
                ) : undefined
              }
            >
              When something does change, for example a trust store, it is written here first, with the way back.
            </Empty>
          ) : (
            <ul>
              {entries.map((entry) => (
                <EntryRow key={entry.id} entry={entry} authorities={status.authorities} />
              ))}
            </ul>
          )}
        </Card>
      )}
      {undone !== undefined && !isTrust && (
        <UndoDialog key={undone.id} entry={undone} onClose={() => go('/activity', 'replace')} />
      )}
      {undone !== undefined && isTrust && (
        <TrustDialog
          key={undone.id}
          action="uninstall"
          stores={stores.data?.stores ?? []}
          named={`ledger:${undone.id}`}
          onClose={() => go('/activity', 'replace')}
        />
      )}
    </Page>
  );
}
