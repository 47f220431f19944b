import type { ReactElement, ReactNode } from 'react';
import type { Certificate, Notice } from '../../../main/contract/index.ts';
import { go } from '../../app/router.ts';
import { Button } from '../../ui/button.tsx';
import { namesInShort } from '../../ui/certificate-names.ts';
import { daysText, plural } from '../../ui/format.ts';
import { Prose } from '../../ui/prose.tsx';
import { StateIcon, type Tone } from '../../ui/state-icon.tsx';
import { doAddress } from './addresses.ts';
import styles from './certificates.module.css';
import { useRenew } from './use-renew.ts';

/** So many certificates get a line of their own; the rest share one. */
const SHOWN = 3;

interface RemindersProps {
  /** What the core says about this screen. */
  readonly notices: readonly Notice[];
  readonly ending: readonly Certificate[];
  readonly inUse: Certificate | undefined;
}

/** What ends soon, each with the button that takes care of it. */
export function Reminders({ notices, ending, inUse }: RemindersProps): ReactElement | null {
  const { renew, renewing } = useRenew();
  if (notices.length + ending.length === 0) return null;
  return (
    <ul className={styles.reminders} aria-label="Needs your attention">
      {notices.map(({ id, level, title, text }) => (
        <Line key={id} tone={level} title={title} text={text}>
          {id.startsWith('authority-') && <Button onClick={() => go(doAddress('new-authority'))}>New authority</Button>}
          {id.startsWith('certificate-') && inUse !== undefined && (
            <Button isBusy={renewing === inUse.id} onClick={() => renew(inUse)}>
              Renew
            </Button>
          )}
        </Line>
      ))}
      {ending.slice(0, SHOWN).map((certificate) => (
        <Line
          key={certificate.id}
          tone={certificate.state === 'expired' ? 'failed' : 'attention'}
          title={`${namesInShort(certificate)}: ${daysText(certificate.daysLeft)}`}
          text={
            certificate.hasKey
              ? 'The endpoint does not present it, so nothing renews it by itself. The new one has a new key: export it to where this one is used.'
              : 'It was signed for a key that is elsewhere. Renewing signs the same key again.'
          }
        >
          <Button
            isBusy={renewing === certificate.id}
            aria-label={`Renew ${namesInShort(certificate)}`}
            onClick={() => renew(certificate)}
          >
            Renew
          </Button>
        </Line>
      ))}
      {ending.length > SHOWN && (
        <Line
          tone="attention"
          title={`${plural(ending.length - SHOWN, 'more certificate ends', 'more certificates end')} soon`}
          text="They stand first in the lists below."
        />
      )}
    </ul>
  );
}

interface LineProps {
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

function Line({ tone, title, text, children }: LineProps): ReactElement {
  return (
    <li className={styles.reminder}>
      <StateIcon tone={tone} />
      <div className={styles.reminderWords}>
        <h2 className={styles.reminderTitle}>{title}</h2>
        <p className={styles.quiet}>
          <Prose text={text} />
        </p>
      </div>
      {children}
    </li>
  );
}
