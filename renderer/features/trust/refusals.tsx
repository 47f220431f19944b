import type { ReactElement } from 'react';
import type { TrustCheck, TrustStore } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { addressOf } from '../../app/router.ts';
import { canTrust, refusalsOf } from './model.ts';
import styles from './trust.module.css';

interface RefusalsProps {
  readonly store: TrustStore;
  readonly checks: readonly TrustCheck[];
  readonly stores: readonly TrustStore[];
}

/** What to do about each program that refused the authority. */
export function Refusals({ store, checks, stores }: RefusalsProps): ReactElement | null {
  const refusals = refusalsOf(store, checks, stores);
  if (refusals.length === 0) return null;
  return (
    <ul className={styles.refusals}>
      {refusals.map(({ client, instead }) => (
        <li key={client}>
          {instead === null ? (
            <>
              {client} refused it although it reads this store. Check again first; if it is refused still, take it back
              and trust it anew.
            </>
          ) : canTrust(instead) ? (
            <>
              {client} does not take authorities from here.{' '}
              <Link to={addressOf('/trust', { do: 'install', store: instead.id })}>
                Trust it there: {instead.title}
              </Link>
              .
            </>
          ) : (
            <>
              {client} does not take authorities from here. See where it does: {instead.title}.
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
