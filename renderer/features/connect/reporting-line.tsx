import type { ReactElement } from 'react';
import type { Service } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { serviceAddress } from '../../app/service-address.ts';
import { buttonClass } from '../../ui/button.tsx';
import { plural } from '../../ui/format.ts';
import { StateIcon } from '../../ui/state-icon.tsx';
import styles from './wire.module.css';

/** Said once the last rung was seen: what has arrived, and where to look at it, which is the next thing then. */
export function ReportingLine({ service }: { readonly service: Service }): ReactElement {
  const { transaction, span, error } = service.counts;
  return (
    <div className={styles.done}>
      <StateIcon tone="ok" />
      <p>
        <strong>{service.service} is reporting.</strong> Stored so far:{' '}
        {plural(transaction, 'transaction', 'transactions')}, {plural(span, 'span', 'spans')},{' '}
        {plural(error, 'error', 'errors')}.
      </p>
      <Link to={serviceAddress(service)} className={buttonClass('primary')}>
        Open {service.service}
      </Link>
    </div>
  );
}
