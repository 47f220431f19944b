import type { ReactElement } from 'react';
import type { AgentSummary } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { useAnswer } from '../../bridge/procedure.ts';
import { Badge } from '../../ui/badge.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { StateIcon, type Tone } from '../../ui/state-icon.tsx';
import { stateOf } from '../trust/model.ts';
import { storesFor, storesStanding } from './model.ts';
import styles from './trust-note.module.css';

/** Whether this agent needs a trust store of the machine: for most a sentence that it does not, for the others the stores that it reads and the way to each. */
export function TrustNote({ agent }: { readonly agent: AgentSummary }): ReactElement {
  return agent.trust.setting === null ? <StoresNeeded agent={agent} /> : <NoStoreNeeded agent={agent} />;
}

function NoStoreNeeded({ agent: { title } }: { readonly agent: AgentSummary }): ReactElement {
  return (
    <p className={styles.none}>
      These lines tell the {title} agent which authority to trust, so leave the trust stores of this machine as they
      are.
    </p>
  );
}

const STANDINGS: Readonly<Record<ReturnType<typeof storesStanding>, { readonly tone: Tone; readonly words: string }>> =
  {
    proven: { tone: 'ok', words: 'reads a store that trusts your authority' },
    unproven: { tone: 'waiting', words: 'reads a store that holds your authority, which no handshake has shown yet' },
    needed: { tone: 'attention', words: 'needs a trust store of this machine' },
  };

/** A device is no part of this machine, so what it trusts is not seen from here. */
const ON_DEVICE = { tone: 'n/a', words: 'trusts what its device trusts' } as const;

function StoresNeeded({ agent }: { readonly agent: AgentSummary }): ReactElement {
  const answer = useAnswer('trust.list', {});
  const stores = storesFor(agent, answer.data?.stores ?? []);
  const isOnDevice = agent.runsIn === 'device' && stores.length === 0;
  const { tone, words } = isOnDevice ? ON_DEVICE : STANDINGS[storesStanding(stores)];
  return (
    <section className={styles.needed} aria-labelledby="trust-needed">
      <div className={styles.head}>
        <StateIcon tone={answer.data === undefined ? 'waiting' : tone} />
        <div>
          <h2 id="trust-needed">
            {agent.title} {words}
          </h2>
          <p className={styles.quiet}>
            The {agent.title} agent has no setting for an authority:{' '}
            {isOnDevice
              ? 'the first lines below bring yours to the device, or to the debug build on it.'
              : 'it accepts the endpoint only where a store that it reads trusts yours.'}{' '}
            Verification stays on.
          </p>
        </div>
      </div>
      {answer.data === undefined ? (
        <p role="status" className={styles.quiet}>
          {answer.error === null ? 'Looking for the stores that it reads…' : answer.error.message}
        </p>
      ) : isOnDevice ? null : stores.length === 0 ? (
        <p className={styles.quiet}>
          None of them was found here. Install the runtime that your application uses, then{' '}
          <Link to="/trust">look at the trust stores</Link>.
        </p>
      ) : (
        <ul className={styles.stores}>
          {stores.map(({ store, to, does }) => (
            <li key={store.id} className={styles.store} data-store={store.id}>
              <span className={styles.words}>{store.title}</span>
              <Badge tone={stateOf(store).tone}>{stateOf(store).words}</Badge>
              <Link to={to} className={buttonClass('plain')} aria-label={`${does}: ${store.title}`}>
                {does}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
