import type { ReactElement } from 'react';
import type { Authority } from '../../../main/contract/index.ts';
import { Badge } from '../../ui/badge.tsx';
import { Breakable } from '../../ui/breakable.tsx';
import { Card } from '../../ui/card.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ExpiryBar } from '../../ui/expiry-bar.tsx';
import { Explained } from '../../ui/explained.tsx';
import { Facts } from '../../ui/facts.tsx';
import { dayOf } from '../../ui/format.ts';
import styles from './certificates.module.css';

/** One authority: what it may sign, how to recognise it, where agents find it, how long it lasts. */
export function AuthorityCard({ authority }: { readonly authority: Authority }): ReactElement {
  return (
    <Card
      title={authority.commonName}
      aside={authority.current ? <Badge tone="ok">current authority</Badge> : <Badge>earlier authority</Badge>}
    >
      <Facts
        facts={{
          'May sign': authority.nameConstrained ? (
            <>
              <Explained meaning="Name constraints: written into the authority, so that nobody could misuse it for other sites even with its key.">
                only
              </Explained>{' '}
              {permittedWords(authority.permittedNames)}
            </>
          ) : (
            'any name'
          ),
          Life: (
            <span className={styles.life}>
              <ExpiryBar {...authority} />
              <span className={styles.quiet}>until {dayOf(authority.notAfter)}</span>
            </span>
          ),
          Fingerprint: (
            <span className={styles.copied}>
              <code>
                <Breakable text={authority.fingerprint256} />
              </code>
              <CopyButton what="the fingerprint" text={authority.fingerprint256} />
            </span>
          ),
          'File for agents': (
            <span className={styles.copied}>
              <code>
                <Breakable text={authority.path} />
              </code>
              <CopyButton what="the path" text={authority.path} />
            </span>
          ),
        }}
      />
    </Card>
  );
}

/** Name constraints as people read them: a name stands for those under it too, a network is written with a slash. */
function permittedWords(permitted: readonly string[]): string {
  const names = permitted.filter((name) => !name.includes('/'));
  const networks = permitted.filter((name) => name.includes('/'));
  const words = [`${names.join(', ')} and names under them`, `addresses in ${networks.join(', ')}`];
  return words.slice(names.length === 0 ? 1 : 0, networks.length === 0 ? 1 : 2).join('; ');
}
