import type { ReactElement, ReactNode } from 'react';
import type { Status } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { useAnswer, useBridge } from '../../bridge/procedure.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { expiryTone } from '../../ui/expiry-tone.ts';
import { daysText, plural, timeAgo } from '../../ui/format.ts';
import { SecretValue } from '../../ui/secret-value.tsx';
import { StateIcon, type Tone } from '../../ui/state-icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './living.module.css';
import { shownCertificate } from './model.ts';
import { trustFact } from './trust-fact.ts';

interface OverviewProps {
  readonly status: Status;
  /** Whether the core tells this now; otherwise it is what it last told. */
  readonly isKnown: boolean;
}

/** Endpoint, certificate, token and trust, each in a few words. */
export function Overview({ status, isKnown }: OverviewProps): ReactElement {
  const now = useNow();
  const bridge = useBridge();
  const stores = useAnswer('trust.list', {});
  const trust = stores.data === undefined ? undefined : trustFact(stores.data, status.services);
  const { endpoint } = status;
  const authority = status.authorities.find(({ current }) => current);
  const certificate = shownCertificate(status.certificates);
  const active = status.tokens.find(({ state }) => state === 'active');
  const retiring = status.tokens.filter(({ state }) => state === 'retiring').length;

  return (
    <div className={styles.overview}>
      <Fact title="Endpoint" tone={isKnown ? endpointTone(endpoint) : 'waiting'}>
        <p className={styles.value}>
          <code>{endpoint?.url ?? 'not started'}</code>
          {endpoint !== null && <CopyButton what="the endpoint address" text={endpoint.url} />}
        </p>
        <p className={styles.quiet}>{isKnown ? endpointWords(endpoint, now) : 'Not known now'}</p>
      </Fact>
      <Fact title="Certificate" tone={certificate === undefined ? 'waiting' : expiryTone(certificate.daysLeft)}>
        <p className={styles.value}>
          {certificate === undefined ? 'none' : <Link to="/certificates">{daysText(certificate.daysLeft)}</Link>}
        </p>
        <p className={styles.quiet}>
          {authority === undefined ? 'No authority' : `${authority.commonName} · ${daysText(authority.daysLeft)}`}
        </p>
      </Fact>
      <Fact title="Secret token" tone={active === undefined ? 'waiting' : 'ok'}>
        <div className={styles.value}>
          {active === undefined ? (
            'none'
          ) : (
            <SecretValue
              what="the secret token"
              fetchSecret={async () => (await bridge.call('token.show', {})).token}
            />
          )}
        </div>
        <p className={styles.quiet}>
          {active?.lastUsedAt == null ? 'Not used yet' : `Used ${timeAgo(active.lastUsedAt, now)}`}
          {retiring > 0 && ` · ${plural(retiring, 'older one', 'older ones')} still accepted`}
        </p>
      </Fact>
      <Fact title="Trust on this machine" tone={trust?.tone ?? 'waiting'}>
        <p className={styles.value}>
          <Link to="/trust">{trust?.value ?? 'See the stores'}</Link>
        </p>
        <p className={styles.quiet}>{trust?.reason ?? stores.error?.message ?? 'Looking at the stores…'}</p>
      </Fact>
    </div>
  );
}

function endpointTone(endpoint: Status['endpoint']): Tone {
  if (endpoint?.listening === true) return 'ok';
  return endpoint?.problem == null ? 'waiting' : 'failed';
}

function endpointWords(endpoint: Status['endpoint'], now: number): string {
  if (endpoint === null) return 'Nothing listens yet';
  if (!endpoint.listening) return endpoint.problem?.message ?? 'Stopped';
  const since = endpoint.since === null ? 'Listening' : `Started ${timeAgo(endpoint.since, now)}`;
  return `${since} · ${plural(endpoint.connections, 'open connection', 'open connections')}`;
}

interface FactProps {
  readonly title: string;
  readonly tone: Tone;
  readonly children: ReactNode;
}

function Fact({ title, tone, children }: FactProps): ReactElement {
  return (
    <section className={styles.fact}>
      <h2 className={styles.factTitle}>
        <StateIcon tone={tone} size={14} />
        {title}
      </h2>
      {children}
    </section>
  );
}
