import type { ReactElement } from 'react';
import type { Status } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { addressOf } from '../../app/router.ts';
import { buttonClass } from '../../ui/button.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import { namesOr } from '../settings/browsers-model.ts';
import { originOf, originStanding } from './origin-standing.ts';
import styles from './trust-note.module.css';

interface BrowsersNoteProps {
  readonly rum: Status['rum'];
  /** The address at which the person opens the page; what is no address has no origin. */
  readonly page: string;
}

/** A page sends no token, so the endpoint lets it in by its origin, or does not: which of the two, and the way to change it. */
export function BrowsersNote({ rum, page }: BrowsersNoteProps): ReactElement {
  const origin = originOf(page);
  const standing = originStanding(rum, origin);
  return (
    <section className={styles.needed} aria-labelledby="browsers-needed">
      <div className={styles.head}>
        <StateIcon tone={standing === 'open' ? 'ok' : 'attention'} />
        <div>
          <h2 id="browsers-needed">{TITLES[standing](origin)}</h2>
          <p className={styles.quiet}>
            A page sends no token, because whoever opens it could read it.{' '}
            {rum.enabled
              ? `The endpoint takes reports of pages from ${namesOr(rum.origins, 'no origin')}.`
              : 'The endpoint takes reports of pages only where you let it, and from the origins that you name.'}
          </p>
        </div>
        <Link to={addressOf('/settings', { do: 'browsers' })} className={buttonClass('plain')}>
          {rum.enabled ? 'Change origins' : 'Let browsers report'}
        </Link>
      </div>
    </section>
  );
}

const TITLES: Readonly<Record<ReturnType<typeof originStanding>, (origin: string | null) => string>> = {
  off: () => 'The endpoint takes no reports of browsers yet',
  refused: (origin) => `Pages of ${origin ?? 'this origin'} may not report yet`,
  open: (origin) => (origin === null ? 'Browsers may report' : `Pages of ${origin} may report`),
};
