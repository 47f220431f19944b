import type { ReactElement } from 'react';
import type { Service, TrustAdvice } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chevron } from '../../ui/chevron.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import { adviceFor, listed } from './model.ts';
import styles from './trust.module.css';

interface AdviceCardProps {
  readonly advice: readonly TrustAdvice[];
  readonly services: readonly Service[];
}

/** Comes first: that an agent with a setting of its own for the authority needs no store of this machine at all. */
export function AdviceCard({ advice, services }: AdviceCardProps): ReactElement | null {
  const all = adviceFor(advice, services);
  const own = all.filter(({ needsStore }) => !needsStore);
  const others = all.filter(({ needsStore }) => needsStore);
  const seen = all.filter(({ usedBy }) => usedBy.length > 0);
  if (all.length === 0) return null;
  const title =
    others.length === 0
      ? 'Your agents need no trust store'
      : seen.length > 0 && seen.every(({ needsStore }) => !needsStore)
        ? 'The agents seen here need no trust store'
        : 'Most agents need no trust store';
  return (
    <Card>
      <div className={styles.advice}>
        <div className={styles.words}>
          <h2>{title}</h2>
          {own.length > 0 && (
            <p className={styles.lead}>
              {own.length > 4
                ? `${own.length} agents are`
                : `${listed(own.map((agent) => agent.title))} ${own.length === 1 ? 'is' : 'are'}`}{' '}
              told about the authority by {own.length === 1 ? 'its' : 'their'} own setting, which Connect writes for
              you: nothing on this machine has to trust it. Trust it here for browsers, curl and other programs that
              open the endpoint.
            </p>
          )}
          {others.length > 0 && (
            <p className={styles.lead}>
              {listed(others.map((agent) => agent.title))} {others.length === 1 ? 'has' : 'have'} no such setting and
              need
              {others.length === 1 ? 's' : ''} a store below.
            </p>
          )}
        </div>
        <Link to="/connect" className={buttonClass('plain')}>
          Connect an agent
        </Link>
        <details className={styles.settings}>
          <summary className={styles.opener}>
            <Chevron />
            Which setting each agent has
          </summary>
          <ul className={styles.agents}>
            {all.map(({ agent, title: name, setting, needsStore, usedBy }) => (
              <li key={agent} className={styles.agent}>
                <StateIcon tone={needsStore ? 'attention' : 'ok'} size={16} />
                <span>
                  {name}
                  {usedBy.length > 0 && <span className={styles.quiet}> used by {listed(usedBy)}</span>}
                </span>
                {setting === null ? <span className={styles.quiet}>needs a store</span> : <code>{setting}</code>}
              </li>
            ))}
          </ul>
        </details>
      </div>
    </Card>
  );
}
