import type { ReactElement } from 'react';
import type { TrustLeftover } from '../../../main/contract/index.ts';
import { addressOf, go } from '../../app/router.ts';
import { Breakable } from '../../ui/breakable.tsx';
import { Button } from '../../ui/button.tsx';
import { momentOf } from '../../ui/format.ts';
import { StateIcon } from '../../ui/state-icon.tsx';
import { leftoverWords } from './model.ts';
import styles from './trust.module.css';

/** Changes that were begun and not finished, or whose store is gone: each with the way on and the way back. */
export function LeftoversList({ leftovers }: { readonly leftovers: readonly TrustLeftover[] }): ReactElement | null {
  if (leftovers.length === 0) return null;
  return (
    <section aria-labelledby="leftovers" className={styles.stores}>
      <div className={styles.groupHead}>
        <h2 id="leftovers" className={styles.groupTitle}>
          Not finished
        </h2>
        <p className={styles.quiet}>Sealwire was interrupted here, or the store went away. Nothing else waits.</p>
      </div>
      <ul>
        {leftovers.map((leftover) => (
          <li key={leftover.ledgerId} className={styles.leftover} data-leftover={leftover.ledgerId}>
            <StateIcon tone="attention" size={16} />
            <div className={styles.words}>
              <p>{leftover.what}</p>
              <p className={styles.quiet}>
                <code>
                  <Breakable text={leftover.where} />
                </code>{' '}
                · {momentOf(leftover.at)}
              </p>
              <p className={styles.quiet}>{leftoverWords(leftover)}</p>
            </div>
            <LeftoverActions leftover={leftover} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function LeftoverActions({
  leftover: { ledgerId, what, finishIn },
}: {
  readonly leftover: TrustLeftover;
}): ReactElement {
  return (
    <div className={styles.actions}>
      {finishIn !== null && (
        <Button
          aria-label={`Finish: ${what}…`}
          onClick={() => go(addressOf('/trust', { do: 'install', store: finishIn }))}
        >
          Finish…
        </Button>
      )}
      <Button
        aria-label={`Take back: ${what}…`}
        onClick={() => go(addressOf('/trust', { do: 'uninstall', store: `ledger:${ledgerId}` }))}
      >
        Take back…
      </Button>
    </div>
  );
}
