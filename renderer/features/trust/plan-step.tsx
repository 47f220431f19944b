import { type ReactElement, useId } from 'react';
import type { TrustStep } from '../../../main/contract/index.ts';
import { Badge } from '../../ui/badge.tsx';
import { Breakable } from '../../ui/breakable.tsx';
import { Chevron } from '../../ui/chevron.tsx';
import { SecretCode } from '../../ui/secret-code.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import { LinesToCopy } from './lines-to-copy.tsx';
import { listed, rightsOf } from './model.ts';
import styles from './plan.module.css';

const CHANGES: Readonly<Record<TrustStep['files'][number]['change'], string>> = {
  create: 'made',
  change: 'changed',
  remove: 'removed',
};

interface PlanStepProps {
  readonly step: TrustStep;
  /** Its commands and files are in view at once, as where it is the only one. */
  readonly isOpen: boolean;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

/** One store of a plan, to be agreed to or not: every change in a line, and its commands, files and rights. */
export function PlanStep({ step, isOpen, isTicked, onTick }: PlanStepProps): ReactElement {
  const id = useId();
  const { title, does, commands, files, byHand, asks, lines } = step;
  const rights = rightsOf({ needs: step.needs, isByHand: byHand });
  return (
    <li className={styles.step}>
      <input
        id={id}
        type="checkbox"
        className={styles.tick}
        checked={isTicked}
        aria-describedby={`${id}-does`}
        onChange={(event) => onTick(event.target.checked)}
      />
      <div className={styles.words}>
        <div className={styles.head}>
          <label htmlFor={id} className={styles.title}>
            {title}
          </label>
          <Badge>{rights ?? 'your rights are enough'}</Badge>
        </div>
        <ul id={`${id}-does`} className={styles.does}>
          {does.map((line) => (
            <li key={line}>
              <Breakable text={line} />
            </li>
          ))}
        </ul>
        {byHand && (
          <p className={styles.note}>
            <StateIcon tone="attention" size={16} />
            {step.needs === 'admin'
              ? 'Sealwire has not the rights, so it changes nothing here and gives you the commands to run.'
              : 'Sealwire does not change this by itself, and tells you what to run.'}
          </p>
        )}
        {asks !== '' && (
          <p className={styles.note}>
            <StateIcon tone="attention" size={16} />
            {asks}
          </p>
        )}
        {(commands.length > 0 || files.length > 0 || lines.length > 0) && (
          <details open={isOpen}>
            <summary className={styles.opener}>
              <Chevron />
              {openerOf(step)}
              <span className="visually-hidden"> of {title}</span>
            </summary>
            <div className={styles.exact}>
              {commands.length > 0 && <SecretCode content={commands.join('\n')} what={`the commands for ${title}`} />}
              <ul className={styles.files}>
                {files.map(({ path, change }) => (
                  <li key={path}>
                    <code>
                      <Breakable text={path} />
                    </code>{' '}
                    is {CHANGES[change]}
                  </li>
                ))}
              </ul>
              <LinesToCopy lines={lines} />
            </div>
          </details>
        )}
      </div>
    </li>
  );
}

function openerOf({ commands, files, lines }: TrustStep): string {
  const parts = [
    commands.length > 0 ? 'commands' : null,
    files.length > 0 ? 'files' : null,
    lines.length > 0 ? 'lines to set' : null,
  ].filter((part) => part !== null);
  const text = listed(parts);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
