import { type ReactElement, useEffect } from 'react';
import { go, usePlace } from '../../app/router.ts';
import type { ScreenProps } from '../../app/screen-props.ts';
import { useAnswer } from '../../bridge/procedure.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { AdviceCard } from './advice-card.tsx';
import { LeftoversList } from './leftovers-list.tsx';
import { canTakeBack, canTrust, countsLine, groupsOf } from './model.ts';
import { StoreRow } from './store-row.tsx';
import styles from './trust.module.css';
import { TrustDialog } from './trust-dialog.tsx';
import { useCheck } from './use-check.ts';

/** The trust stores of this machine: which trust the authority, how that is known, and the plan before anything is changed. */
export default function Trust({ status }: ScreenProps): ReactElement {
  const { query } = usePlace();
  const answer = useAnswer('trust.list', {});
  const checking = useCheck();
  const wish = query.get('do');
  const stores = answer.data?.stores ?? [];
  const leftovers = answer.data?.leftovers ?? [];
  const trusting = stores.filter(({ state }) => state === 'installed' || state === 'verified');
  const { start } = checking;

  useEffect(() => {
    if (wish !== 'check' || answer.data === undefined) return;
    go('/trust', 'replace');
    start(answer.data.stores.filter(({ state }) => state === 'installed' || state === 'verified'));
  }, [wish, answer.data, start]);

  return (
    <Page
      title="Trust"
      lead="Which programs on this machine accept certificates of your authority, and how that is known."
      action={
        stores.some(canTrust) && (
          <Button kind="primary" onClick={() => go('/trust?do=install')}>
            Trust on this machine…
          </Button>
        )
      }
    >
      {answer.error !== null && (
        <Problem problem={answer.error}>
          <Button onClick={() => void answer.refetch()}>Look again</Button>
        </Problem>
      )}
      {answer.data === undefined && answer.error === null && (
        <p role="status">Looking for trust stores on this machine…</p>
      )}
      {answer.data !== undefined && (
        <>
          <LeftoversList leftovers={leftovers} />
          <AdviceCard advice={answer.data.advice} services={status.services} />
          {stores.length === 0 ? (
            <Card isFlush>
              <Empty
                title="No trust store was found on this machine"
                actions={<Button onClick={() => void answer.refetch()}>Look again</Button>}
              >
                Neither a store of the system nor a browser, a Java or another runtime that Sealwire knows. Install the
                program that is to open the endpoint, then look again.
              </Empty>
            </Card>
          ) : (
            <div className={styles.bar}>
              <p role="status">
                {checking.current === null
                  ? countsLine(stores)
                  : `Checking ${checking.current.place} of ${checking.current.of}, ${checking.current.title}: the programs that read it connect…`}
              </p>
              <div className={styles.actions}>
                {trusting.length > 0 && (
                  <Button isBusy={checking.current !== null} onClick={() => start(trusting)}>
                    {checking.current === null ? 'Check again' : 'Checking…'}
                  </Button>
                )}
                {(stores.some(canTakeBack) || leftovers.length > 0) && (
                  <Button onClick={() => go('/trust?do=uninstall')}>Take everything back…</Button>
                )}
              </div>
            </div>
          )}
          {checking.error !== null && <Problem problem={checking.error} />}
          {stores.length > 0 && (
            <div className={styles.stores}>
              {groupsOf(stores).map((group) => (
                <section key={group.title}>
                  <div className={styles.groupHead}>
                    <h2 className={styles.groupTitle}>{group.title}</h2>
                    {group.words !== null && <p className={styles.quiet}>{group.words}</p>}
                  </div>
                  <ul>
                    {group.stores.map((store) => (
                      <StoreRow
                        key={store.id}
                        store={store}
                        stores={stores}
                        isNamed={wish === null && query.get('store') === store.id}
                        isBusy={checking.current !== null}
                        onCheck={() => start([store])}
                      />
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          )}
          {(wish === 'install' || wish === 'uninstall') && (
            <TrustDialog
              key={`${wish} ${query.get('store')}`}
              action={wish}
              stores={stores}
              named={query.get('store')}
              onClose={() => go('/trust', 'replace')}
            />
          )}
        </>
      )}
    </Page>
  );
}
