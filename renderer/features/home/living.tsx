import type { ReactElement } from 'react';
import type { Notice, Status } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { usePlace } from '../../app/router.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import styles from './living.module.css';
import { Overview } from './overview.tsx';
import { ProbeResult, useProbe } from './probe.tsx';
import { ServiceRows } from './service-rows.tsx';

/** Home after the one click: how everything stands, and what needs the person. */
export function Living({ status }: { readonly status: Status }): ReactElement {
  const { query } = usePlace();
  const probe = useProbe(query.get('do') === 'probe');
  const isListening = status.endpoint?.listening === true;

  return (
    <Page
      title={isListening ? 'Your endpoint is ready' : 'Your endpoint is not listening'}
      lead={
        isListening
          ? 'Agents that trust this authority and send the token can report here.'
          : 'Certificates and token are kept. Agents wait until it listens again.'
      }
      action={
        <>
          <Button isBusy={probe.isPending} disabled={!isListening} onClick={() => probe.mutate({})}>
            {probe.isPending ? 'Sending…' : 'Send a test transaction'}
          </Button>
          <Link to="/connect" className={buttonClass('primary')}>
            Connect an agent
          </Link>
        </>
      }
    >
      {status.notices.length > 0 && <Notices notices={status.notices} />}
      <ProbeResult probe={probe} />
      <Overview status={status} />
      <ServiceRows services={status.services} />
    </Page>
  );
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
