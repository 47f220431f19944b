import { type FormEvent, type ReactElement, useState } from 'react';
import type { Authority, KeyKind } from '../../../main/contract/index.ts';
import { useAct, useAnswer } from '../../bridge/procedure.ts';
import { addNames } from '../../ui/add-names.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import { RadioRows } from '../../ui/radio-rows.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { AuthorityMade } from './authority-made.tsx';
import styles from './issue.module.css';
import { isAuthorityKey } from './issue-model.ts';
import { KeyField } from './key-field.tsx';

const MOST_DAYS = 3650;

interface NewAuthorityDialogProps {
  readonly current: Authority | undefined;
  readonly onClose: () => void;
}

/** Makes a further authority, and says beforehand what that means for those who trust the present one. */
export function NewAuthorityDialog({ current, onClose }: NewAuthorityDialogProps): ReactElement {
  const make = useAct('authority.new');
  const [scope, setScope] = useState<'local' | 'any'>('local');
  const [isAgreed, setIsAgreed] = useState(false);
  const [domains, setDomains] = useState('');
  const [isTwoTier, setIsTwoTier] = useState(false);
  const [key, setKey] = useState<KeyKind>('ec-p256');
  const [days, setDays] = useState('');

  const wanted = addNames([], domains);
  const judged = useAnswer(
    'certificate.check',
    { names: wanted, planned: { constraints: true, domains: wanted } },
    { enabled: scope === 'local' && wanted.length > 0, keepFormer: true },
  );
  const isLifeRight =
    days.trim() === '' || (/^\d{1,4}$/.test(days.trim()) && Number(days) >= 1 && Number(days) <= MOST_DAYS);
  const domainFault = wanted.length > 0 && judged.error !== null ? `${judged.error.message} ${judged.error.fix}` : null;
  const isReady = isLifeRight && (scope === 'local' ? domainFault === null : isAgreed);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isReady || !isAuthorityKey(key)) return;
    make.mutate({
      constraints: scope === 'local',
      domains: scope === 'local' ? wanted : [],
      twoTier: isTwoTier,
      key,
      ...(days.trim() === '' ? {} : { days: Number(days) }),
    });
  }

  if (make.data !== undefined) {
    return <AuthorityMade title="The new authority signs from now on" made={make.data} onClose={onClose} />;
  }
  return (
    <Modal title="New authority" isWide onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <p>
          It signs everything that is issued from then on. {current !== undefined && 'The present one stays trusted: '}
          the file for agents holds both until you retire the older one, and the endpoint keeps its certificate until
          then.
        </p>
        <RadioRows
          legend="It may sign"
          value={scope}
          onChoose={setScope}
          rows={[
            {
              value: 'local',
              title: 'Only local names, and domains that you name',
              hint: 'localhost, this machine, .test, .internal, .local, private addresses. With its key alone, nobody could pose as another site.',
            },
            {
              value: 'any',
              title: 'Any name',
              hint: 'For public names that you cannot list beforehand.',
            },
          ]}
        />
        {scope === 'local' ? (
          <TextField
            label="Further domains"
            value={domains}
            placeholder="none"
            fault={domainFault}
            hint="With everything under them, separated by commas. They cannot be added later: that takes another authority, which has to be trusted anew."
            onChange={(event) => setDomains(event.target.value)}
          />
        ) : (
          <>
            <Problem
              tone="attention"
              problem={{
                message: 'Whoever gets its key can pose as any site to every program that trusts it.',
                fix: 'Keep it out of the stores of browsers and of the whole system. Name your domains instead where you can.',
              }}
            />
            <label className={styles.agree}>
              <input type="checkbox" checked={isAgreed} onChange={(event) => setIsAgreed(event.target.checked)} />I have
              read this and want an authority without limits
            </label>
          </>
        )}
        <Toggle
          label="Two tiers, with the root key destroyed"
          hint="A root signs one intermediate and its key is destroyed at once. The intermediate signs the rest, so nothing on this machine can make another authority that agents trust."
          isOn={isTwoTier}
          onChange={setIsTwoTier}
        />
        <div className={styles.fields}>
          <KeyField value={key} onChoose={setKey} isForAuthority />
          <TextField
            label="Days"
            inputMode="numeric"
            placeholder="824"
            value={days}
            fault={isLifeRight ? null : `Type a number from 1 to ${MOST_DAYS}.`}
            hint="824 is the most that Apple’s systems accept"
            onChange={(event) => setDays(event.target.value)}
          />
        </div>
        {make.error !== null && <Problem problem={make.error} />}
        <ModalActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" isBusy={make.isPending} disabled={!isReady}>
            {make.isPending ? 'Making it…' : 'Make authority'}
          </Button>
        </ModalActions>
      </form>
    </Modal>
  );
}
