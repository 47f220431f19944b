import type { ReactElement } from 'react';
import type { CentralOption } from '../../../main/contract/index.ts';
import { Badge } from '../../ui/badge.tsx';
import { Breakable } from '../../ui/breakable.tsx';
import { Button } from '../../ui/button.tsx';
import { momentOf } from '../../ui/format.ts';
import styles from './central.module.css';
import type { CentralState } from './central-model.ts';

interface CentralRowProps {
  readonly name: string;
  readonly value: string;
  /** Undefined where the agent does not know the name. */
  readonly option: CentralOption | undefined;
  readonly state: CentralState;
  readonly onEdit: () => void;
  /** Null where it is set for every service, and so is not this one's to take away. */
  readonly onRemove: (() => void) | null;
  readonly isRemoving: boolean;
}

/** One setting: what it is, its value, how far it got. */
export function CentralRow({ name, value, option, state, ...row }: CentralRowProps): ReactElement {
  return (
    <li className={styles.row}>
      <span className={styles.option}>
        <code>{name}</code>
        <span className={styles.quiet}>{option?.hint ?? 'This agent does not know it.'}</span>
      </span>
      <code className={styles.value}>
        <Breakable text={value} />
      </code>
      <span className={styles.state}>
        <Badge {...(state.tone === 'n/a' ? {} : { tone: state.tone })}>
          {state.at === null ? state.word : `${state.word} at ${momentOf(state.at)}`}
        </Badge>
      </span>
      <span className={styles.acts}>
        <Button kind="quiet" aria-label={`Change ${name}`} onClick={row.onEdit}>
          Change
        </Button>
        {row.onRemove !== null && (
          <Button kind="quiet" aria-label={`Remove ${name}`} isBusy={row.isRemoving} onClick={row.onRemove}>
            Remove
          </Button>
        )}
      </span>
    </li>
  );
}
