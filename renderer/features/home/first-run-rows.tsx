import { type ReactElement, type ReactNode, useState } from 'react';
import type { ProcedureOutput, VaultKind } from '../../../main/contract/index.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dots } from '../../ui/code.tsx';
import { Explained } from '../../ui/explained.tsx';
import { daysText, duration, shortFingerprint } from '../../ui/format.ts';
import { NamesEditor } from '../../ui/names-editor.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import { useOpeningFocus } from '../../ui/use-opening-focus.ts';
import { VaultChoice } from '../../ui/vault-choice.tsx';
import styles from './first-run.module.css';
import { needsChoice } from './model.ts';

interface FirstRunRowsProps {
  readonly plan: ProcedureOutput<'init.plan'>;
  readonly made: ProcedureOutput<'init.run'> | null;
  readonly isMaking: boolean;
  readonly names: readonly string[] | null;
  readonly onNames: (names: readonly string[]) => void;
  readonly typedName: string;
  readonly onTypedName: (typed: string) => void;
  readonly vault: VaultKind | null;
  readonly onVault: (vault: VaultKind) => void;
  readonly passphraseFault: string | null;
}

/** The three things that one click makes: first as a plan that can be edited, then as facts with the time each took. */
export function FirstRunRows(props: FirstRunRowsProps): ReactElement {
  const { plan, made, isMaking, names, onNames, vault, onVault, passphraseFault } = props;
  const [isEditing, setIsEditing] = useState(false);
  const [isVaultOpen, setIsVaultOpen] = useState(false);
  const isChoosing = needsChoice(plan.vault) || isVaultOpen;
  const shownNames = names ?? plan.names.map(({ name }) => name);

  return (
    <ol className={styles.rows}>
      <Row
        title={
          <Explained meaning="A certificate authority (CA): what your agents are told to trust.">Authority</Explained>
        }
        took={made?.authority.milliseconds}
        isMaking={isMaking}
      >
        <p className={styles.main}>{made?.authority.commonName ?? plan.authority.commonName}</p>
        {made === null ? (
          <p className={styles.quiet}>
            {plan.authority.permitted.length === 0
              ? 'May sign for any name.'
              : `May sign only for ${plan.authority.permitted.join(', ')}.`}
          </p>
        ) : (
          <p className={styles.quiet}>
            <code title={made.authority.fingerprint256}>{shortFingerprint(made.authority.fingerprint256)}</code>
            {' · '}
            {daysText(made.authority.daysLeft)}
          </p>
        )}
      </Row>
      <Row
        title={
          <Explained meaning="The endpoint's own certificate; it is valid for exactly these names (SAN).">
            Certificate
          </Explained>
        }
        took={made?.certificate.milliseconds}
        isMaking={isMaking}
        isOpen={isEditing}
        action={
          made === null && !isEditing ? (
            <Button kind="quiet" data-opener="" aria-label="Edit names" onClick={() => setIsEditing(true)}>
              Edit
            </Button>
          ) : null
        }
      >
        {made === null && isEditing ? (
          <NamesEditor
            names={shownNames}
            reasons={plan.names}
            onNames={onNames}
            typed={props.typedName}
            onTyped={props.onTypedName}
            onDone={() => setIsEditing(false)}
          />
        ) : (
          <p className={styles.main}>{(made?.certificate.names ?? shownNames).join(', ')}</p>
        )}
        {made !== null && (
          <p className={styles.quiet}>
            <code title={made.certificate.fingerprint256}>{shortFingerprint(made.certificate.fingerprint256)}</code>
            {' · '}
            {daysText(made.certificate.daysLeft)}
          </p>
        )}
      </Row>
      <Row
        title={<Explained meaning="What agents send to prove that they may report.">Secret token</Explained>}
        took={made?.token.milliseconds}
        isMaking={isMaking}
        isOpen={isVaultOpen}
        action={
          made === null && !isChoosing ? (
            <Button
              kind="quiet"
              data-opener=""
              aria-label="Change where secrets live"
              onClick={() => setIsVaultOpen(true)}
            >
              Change
            </Button>
          ) : null
        }
      >
        {made === null ? (
          isChoosing ? (
            <VaultChoice vault={plan.vault} chosen={vault} onChoose={onVault} fault={passphraseFault} />
          ) : (
            <p className={styles.main}>Kept in {plan.vault.label}</p>
          )
        ) : (
          <>
            <p className={styles.main}>
              <Dots />
            </p>
            <p className={styles.quiet}>
              {made.vault.persistent ? `Kept in ${made.vault.label}` : 'Lasts until Sealwire stops'}
            </p>
          </>
        )}
      </Row>
    </ol>
  );
}

interface RowProps {
  readonly title: ReactNode;
  readonly took: number | undefined;
  readonly isMaking: boolean;
  /** Whether the row is being edited; the focus follows what opens and closes. */
  readonly isOpen?: boolean;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Row({ title, took, isMaking, isOpen = false, action = null, children }: RowProps): ReactElement {
  const row = useOpeningFocus<HTMLLIElement>(isOpen);
  return (
    <li className={styles.row} ref={row}>
      <StateIcon tone={took === undefined ? 'waiting' : 'ok'} />
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.value}>{children}</div>
      <div className={styles.end}>
        {took !== undefined && <Badge>{duration(took)}</Badge>}
        {took === undefined && isMaking && <Badge>being made</Badge>}
        {!isMaking && action}
      </div>
    </li>
  );
}
