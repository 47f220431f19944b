import { type FormEvent, type ReactElement, useState } from 'react';
import type { Authority, Certificate, CertificateKind, KeyKind } from '../../../main/contract/index.ts';
import { useAct, useAnswer } from '../../bridge/procedure.ts';
import { addNames } from '../../ui/add-names.ts';
import { Button } from '../../ui/button.tsx';
import { Explained } from '../../ui/explained.tsx';
import { ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { AuthorityField } from './authority-field.tsx';
import styles from './issue.module.css';
import { lifetimeFault, lifetimeOf, refused } from './issue-model.ts';
import { KeyField } from './key-field.tsx';
import { LifetimeField, USUAL_LIFETIME } from './lifetime-field.tsx';
import { NamesPicker } from './names-picker.tsx';
import { RequestFields } from './request-fields.tsx';
import { useCheckedNames } from './use-checked-names.ts';

interface IssueOneProps {
  readonly way: 'server' | 'client' | 'csr';
  readonly names: readonly string[];
  readonly authorities: readonly Authority[];
  readonly onIssued: (certificate: Certificate) => void;
  readonly onClose: () => void;
}

/** The form for one certificate. */
export function IssueOne({ way, names: inUse, authorities, onIssued, onClose }: IssueOneProps): ReactElement {
  const issue = useAct('certificate.issue');
  const suggestions = useAnswer('certificate.suggest', {}, { enabled: way === 'server' });
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const [typed, setTyped] = useState('');
  const [key, setKey] = useState<KeyKind>('ec-p256');
  const [lifetime, setLifetime] = useState(USUAL_LIFETIME);
  const [authority, setAuthority] = useState('');
  const [isPresented, setIsPresented] = useState(true);
  const [csrKind, setCsrKind] = useState<CertificateKind>('server');
  const [csr, setCsr] = useState<string | null>(null);

  const kind = way === 'csr' ? csrKind : way;
  // What was suggested for a server is still known when the way changes.
  const suggested = way === 'server' ? (suggestions.data?.names ?? []) : [];
  const first = way === 'server' ? (inUse.length > 0 ? inUse : recommended(suggested)) : [];
  const chosen = picked ?? first;
  const wanted = addNames(chosen, typed);
  const { checked, problem } = useCheckedNames(wanted, kind, authority === '' ? undefined : authority);
  const isRefused = refused([...checked.values()]).some(({ input }) => wanted.includes(input));
  const isComplete = way === 'csr' ? csr !== null : wanted.length > 0;
  const isReady = isComplete && !isRefused && lifetimeFault(lifetime.text, lifetime.unit) === null;
  const trouble = issue.error ?? problem ?? suggestions.error;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isReady) return;
    issue.mutate(
      {
        names: wanted,
        kind,
        ...lifetimeOf(lifetime.text, lifetime.unit),
        ...(authority === '' ? {} : { authority }),
        ...(way === 'csr' && csr !== null ? { csr: { base64: csr } } : { key }),
        use: way === 'server' && isPresented,
      },
      { onSuccess: onIssued },
    );
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      {way === 'csr' && <RequestFields kind={csrKind} onKind={setCsrKind} onRequest={setCsr} />}
      <NamesPicker
        legend={<Legend way={way} />}
        placeholder={kind === 'client' ? 'orders-worker or spiffe://shop.test/orders' : 'Another name or address'}
        suggested={suggested}
        first={first}
        chosen={chosen}
        onChosen={setPicked}
        typed={typed}
        onTyped={setTyped}
        checked={checked}
        otherReason={(name) =>
          inUse.includes(name) && way === 'server' ? 'in the certificate in use' : 'added by you'
        }
      />
      <div className={styles.fields}>
        {way !== 'csr' && <KeyField value={key} onChoose={setKey} />}
        <LifetimeField lifetime={lifetime} onChange={setLifetime} />
        <AuthorityField authorities={authorities} value={authority} onChoose={setAuthority} />
      </div>
      {way === 'server' && (
        <Toggle
          label="Present it at the endpoint"
          hint="From then on, without a break: connections that are open keep the old one, and nothing has to change in your agents."
          isOn={isPresented}
          onChange={setIsPresented}
        />
      )}
      {trouble !== null && <Problem problem={trouble} />}
      <ModalActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" isBusy={issue.isPending} disabled={!isReady}>
          {issue.isPending ? 'Issuing…' : 'Issue certificate'}
        </Button>
      </ModalActions>
    </form>
  );
}

function recommended(names: readonly { readonly name: string; readonly recommended: boolean }[]): string[] {
  return names.filter((each) => each.recommended).map(({ name }) => name);
}

function Legend({ way }: { readonly way: IssueOneProps['way'] }): ReactElement {
  if (way === 'csr') return <>Names; without any, those in the request count</>;
  if (way === 'client') return <>Who it is: the name that the endpoint sees</>;
  return (
    <>
      For which names (
      <Explained meaning="Subject alternative names: clients accept the certificate for exactly these and no others.">
        SAN
      </Explained>
      )
    </>
  );
}
