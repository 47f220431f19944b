import type { ReactElement } from 'react';
import type { Authority } from '../../../main/contract/index.ts';
import { go } from '../../app/router.ts';
import { Badge } from '../../ui/badge.tsx';
import { Breakable } from '../../ui/breakable.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ExpiryBar } from '../../ui/expiry-bar.tsx';
import { Explained } from '../../ui/explained.tsx';
import { Facts } from '../../ui/facts.tsx';
import { dayOf } from '../../ui/format.ts';
import { StateIcon } from '../../ui/state-icon.tsx';
import { doAddress, exportAuthorityAddress } from './addresses.ts';
import { permittedWords, signedWords } from './authority-words.ts';
import styles from './certificates.module.css';
import { keyTitle } from './issue-model.ts';

/** One authority: what it may sign, how to recognise it, where agents find it, how long it lasts. */
export function AuthorityCard({ authority }: { readonly authority: Authority }): ReactElement {
  const { id, current, commonName } = authority;
  return (
    <Card
      title={commonName}
      aside={
        <>
          {current ? <Badge tone="ok">current authority</Badge> : <Badge>older authority</Badge>}
          <Button aria-label={`Export ${commonName}`} onClick={() => go(exportAuthorityAddress(current ? null : id))}>
            Export
          </Button>
          {!current && (
            <Button kind="danger" aria-label={`Retire ${commonName}`} onClick={() => go(doAddress('retire', id))}>
              Retire
            </Button>
          )}
        </>
      }
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
            <span className={styles.warned}>
              <StateIcon tone="attention" size={16} />
              <span>any name. Whoever gets its key can pose as any site to programs that trust it.</span>
            </span>
          ),
          Life: (
            <span className={styles.life}>
              <ExpiryBar {...authority} />
              <span className={styles.quiet}>until {dayOf(authority.notAfter)}</span>
            </span>
          ),
          Fingerprint: <Fingerprint text={authority.fingerprint256} />,
          Kind: `${STRUCTURES[authority.structure]} · ${keyTitle(authority.key)} · ${signedWords(authority)}`,
          'Signs through':
            authority.intermediate === null
              ? null
              : `${authority.intermediate.commonName}, until ${dayOf(authority.intermediate.notAfter)}`,
          'File for agents': current ? (
            <span className={styles.copied}>
              <code>
                <Breakable text={authority.path} />
              </code>
              <CopyButton what="the path" text={authority.path} />
            </span>
          ) : (
            'in that of the current authority, which holds both'
          ),
        }}
      />
      {current && (
        <div className={styles.foot}>
          <p className={styles.quiet}>Another authority can take over; this one stays trusted until you retire it.</p>
          <Button onClick={() => go(doAddress('new-authority'))}>New authority</Button>
          <Button onClick={() => go(doAddress('import'))}>Import an authority</Button>
        </div>
      )}
    </Card>
  );
}

const STRUCTURES: Readonly<Record<Authority['structure'], string>> = {
  root: 'Root that signs directly',
  'two-tier': 'Two tiers, root key destroyed',
  imported: 'Imported',
};

function Fingerprint({ text }: { readonly text: string }): ReactElement {
  return (
    <span className={styles.copied}>
      <code>
        <Breakable text={text} />
      </code>
      <CopyButton what="the fingerprint" text={text} />
    </span>
  );
}
