import { type ReactElement, useState } from 'react';
import { go, usePlace } from '../../app/router.ts';
import type { ScreenProps } from '../../app/screen-props.ts';
import { useAnswer } from '../../bridge/procedure.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { endingCertificates } from '../../ui/expiry-reminders.ts';
import { TextField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { doAddress, issueClientAddress } from './addresses.ts';
import { AuthorityCard } from './authority-card.tsx';
import { CertificateList } from './certificate-list.tsx';
import styles from './certificates.module.css';
import { Dialogs } from './dialogs.tsx';
import { History } from './history.tsx';
import { listsOf } from './list-model.ts';
import { Reminders } from './reminders.tsx';

/** From so many certificates on a field to find one is worth its place. */
const SEARCHED_FROM = 8;

/** The authorities, and every certificate they have signed. */
export default function Certificates({ status }: ScreenProps): ReactElement {
  const { query } = usePlace();
  const [text, setText] = useState('');
  const listed = useAnswer('certificate.list', {});
  const known = useAnswer('authority.list', {});
  const certificates = listed.data?.certificates ?? status.certificates;
  const authorities = known.data?.authorities ?? status.authorities;
  const { servers, clients, past } = listsOf(certificates, text);
  const isSearching = text.trim() !== '';
  const inUse = certificates.find((certificate) => certificate.inUse);
  const problem = listed.error ?? known.error;

  return (
    <Page
      title="Certificates"
      lead="Agents trust the authority; the endpoint shows them a certificate that the authority has signed."
      action={
        <Button kind="primary" onClick={() => go(doAddress('issue'))}>
          Issue certificate
        </Button>
      }
    >
      {problem !== null && <Problem problem={problem} />}
      <Reminders
        notices={status.notices.filter(({ screen }) => screen?.replace(/^\//, '') === 'certificates')}
        ending={endingCertificates(certificates)}
        inUse={inUse}
      />
      {authorities
        .filter(({ state }) => state !== 'retired')
        .toSorted((one, other) => Number(other.current) - Number(one.current))
        .map((authority) => (
          <AuthorityCard key={authority.id} authority={authority} />
        ))}
      {(certificates.length >= SEARCHED_FROM || isSearching) && (
        <TextField
          label="Find a certificate"
          type="search"
          placeholder="Name, serial number or fingerprint"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <CertificateList
        title="Server certificates"
        certificates={servers}
        empty={
          isSearching ? (
            <p className={styles.none}>None of these names</p>
          ) : (
            <Empty
              title="No server certificate"
              actions={<Button onClick={() => go(doAddress('issue'))}>Issue a server certificate</Button>}
            >
              The endpoint needs one to speak HTTPS. It is made in a moment, for the names of this machine.
            </Empty>
          )
        }
      />
      <CertificateList
        title="Client certificates"
        certificates={clients}
        aside={
          clients.length === 0 ? undefined : (
            <Button onClick={() => go(issueClientAddress())}>Issue for a client</Button>
          )
        }
        empty={
          isSearching ? (
            <p className={styles.none}>None of these names</p>
          ) : (
            <Empty
              title="No client certificate"
              actions={<Button onClick={() => go(issueClientAddress())}>Issue for a client</Button>}
            >
              Agents show who they are by the secret token. A client certificate does it within TLS, for servers that
              ask for one.
            </Empty>
          )
        }
      />
      <History
        certificates={past}
        retired={authorities.filter(({ state }) => state === 'retired')}
        isSearching={isSearching}
      />
      <Dialogs query={query} certificates={certificates} authorities={authorities} />
    </Page>
  );
}
