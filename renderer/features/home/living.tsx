import type { ReactElement } from 'react';
import type { Notice, Status } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { usePlace } from '../../app/router.ts';
import { useLink } from '../../bridge/link.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import styles from './living.module.css';
import { endingNotices } from './model.ts';
import { Overview } from './overview.tsx';
import { ProbeResult, useProbe } from './probe.tsx';
import { RelayLine } from './relay-line.tsx';
import { ServiceRows } from './service-rows.tsx';

/** Home after the one click: how everything stands, and what needs the person. */
export function Living({ status }: { readonly status: Status }): ReactElement {
  const { query } = usePlace();
  const probe = useProbe(query.get('do') === 'probe');
  const isKnown = useLink(({ state, isStopped }) => state !== 'lost' && !isStopped);
  const isListening = isKnown && status.endpoint?.listening === true;
  const { title, lead } = headingOf(isKnown, isListening);
  const notices = [...status.notices, ...endingNotices(status.certificates)];

  return (
    <Page
      title={title}
      lead={lead}
      action={
        <>
          <Button isBusy={probe.isPending} disabled={!isListening} onClick={() => probe.mutate({})}>
            {probe.isPending ? 'Sending…' : 'Send a test transaction'}
          </Button>
          <Link to="/connect" className={buttonClass(isListening ? 'primary' : 'plain')}>
            Connect an agent
          </Link>
        </>
      }
    >
      {notices.length > 0 && <Notices notices={notices} />}
      <ProbeResult probe={probe} />
      <Overview status={status} isKnown={isKnown} />
      {status.relay !== null && <RelayLine relay={status.relay} />}
      <ServiceRows services={status.services} />
      <p className={styles.quiet}>
        Agents are to report to a real APM Server? <Link to="/doctor">Examine it from outside</Link> first.
      </p>
    </Page>
  );
}

/** What can be said of the endpoint: nothing is claimed that the core does not tell at this moment. */
function headingOf(isKnown: boolean, isListening: boolean): { readonly title: string; readonly lead: string } {
  if (!isKnown) return { title: 'Your endpoint, as last seen', lead: 'How it stands now is not known.' };
  return isListening
    ? { title: 'Your endpoint is ready', lead: 'Agents that trust this authority and send the token can report here.' }
    : {
        title: 'Your endpoint is not listening',
        lead: 'Certificates and token are kept. Agents wait until it listens again.',
      };
}

function Notices({ notices }: { readonly notices: readonly Notice[] }): ReactElement {
  return (
    <ul className={styles.notices} aria-label="Needs your attention">
      {notices.map(({ id, level, title, text, screen }) => (
        <li key={id} className={styles.notice}>
          <StateIcon tone={level} />
          <div className={styles.words}>
            <h2 className={styles.noticeTitle}>{title}</h2>
            <p className={styles.quiet}>{text}</p>
          </div>
          {screen !== null && (
            <Link to={screen.startsWith('/') ? screen : `/${screen}`} className={buttonClass('plain')}>
              See to it
              <span className="visually-hidden">: {title}</span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
