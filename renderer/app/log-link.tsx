import type { ReactElement } from 'react';
import type { Diagnosis } from '../../main/contract/index.ts';
import { Link } from './link.tsx';
import { addressOf } from './router.ts';

interface LogLinkProps {
  /** Whose words to expect; null leaves that to the log. */
  readonly agent: string | null;
  readonly diagnosis: Diagnosis;
}

/** The one observation that tells apart what looks alike from the endpoint: what the agent itself has logged. */
export function LogLink({ agent, diagnosis }: LogLinkProps): ReactElement {
  return (
    <p>
      {diagnosis.code === 'CA_NOT_TRUSTED'
        ? 'No authority, a file that cannot be read and one of another authority look alike from here; the agent’s own log tells them apart. '
        : 'The agent’s own log may say more. '}
      <Link to={addressOf('/connect/check', { agent })}>Paste what the agent logged</Link>
    </p>
  );
}
