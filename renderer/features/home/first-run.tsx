import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { ProcedureOutput, VaultKind } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { useAct, useAnswer } from '../../bridge/procedure.ts';
import { addNames } from '../../ui/add-names.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import styles from './first-run.module.css';
import { FirstRunRows } from './first-run-rows.tsx';
import { initInput, listenAddress, needsChoice, type Passphrase, passphraseFault, recommendedVault } from './model.ts';

type Made = ProcedureOutput<'init.run'>;

interface FirstRunProps {
  readonly made: Made | null;
  readonly onMade: (made: Made) => void;
  /** Told when the click begins to work, and when it is answered. */
  readonly onMaking: (isMaking: boolean) => void;
}

/** The one click: what will be made, then what was made and how long it took. */
export function FirstRun({ made, onMade, onMaking }: FirstRunProps): ReactElement {
  const plan = useAnswer('init.plan', {}, { enabled: made === null, keepFormer: true });
  if (plan.data === undefined) {
    return (
      <Page title={TITLE}>
        {plan.error === null ? (
          <p role="status">Looking at this machine's names and key store…</p>
        ) : (
          <Problem problem={plan.error}>
            <Button onClick={() => void plan.refetch()}>Try again</Button>
          </Problem>
        )}
      </Page>
    );
  }
  return (
    <Planned plan={plan.data} made={made} onMade={onMade} onMaking={onMaking} onRefresh={() => void plan.refetch()} />
  );
}

const TITLE = 'Secure the line between your apps and APM Server';

interface PlannedProps extends FirstRunProps {
  readonly plan: ProcedureOutput<'init.plan'>;
  readonly onRefresh: () => void;
}

function Planned({ plan, made, onMade, onMaking, onRefresh }: PlannedProps): ReactElement {
  const run = useAct('init.run');
  const [names, setNames] = useState<readonly string[] | null>(null);
  const [typedName, setTypedName] = useState('');
  const [vault, setVault] = useState<VaultKind | null>(null);
  const [port, setPort] = useState<number | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const isChoosing = needsChoice(plan.vault);
  const chosen = vault ?? (isChoosing ? recommendedVault(plan.vault) : null);
  const portProblem = port === null ? plan.portProblem : null;

  function submit(form: HTMLFormElement): void {
    const passphrase = passphraseOf(form);
    const wrong = chosen === 'passphrase' ? passphraseFault(passphrase) : null;
    setFault(wrong);
    if (wrong !== null) {
      form.querySelector<HTMLInputElement>('[name="passphrase"]')?.focus();
      return;
    }
    onMaking(true);
    const planned = plan.names.map(({ name }) => name);
    const wanted = typedName.trim() === '' ? names : addNames(names ?? planned, typedName);
    run.mutate(initInput({ names: wanted, vault: chosen, passphrase: passphrase.first, port }), {
      onSuccess: onMade,
      onError: onRefresh,
      onSettled: () => onMaking(false),
    });
  }

  return (
    <Page
      title={made === null ? TITLE : 'The line is secure'}
      lead={
        made === null
          ? 'One click makes the three things below and starts a local endpoint that speaks HTTPS as APM Server does. Nothing outside Sealwire’s own folder changes.'
          : 'Everything below was made on this machine and stays on it.'
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit(event.currentTarget);
        }}
      >
        <FirstRunRows
          plan={plan}
          made={made}
          isMaking={run.isPending}
          names={names}
          onNames={setNames}
          typedName={typedName}
          onTypedName={setTypedName}
          vault={chosen}
          onVault={setVault}
          passphraseFault={fault}
        />
        {made === null && portProblem !== null && (
          <Problem problem={portProblem} tone="attention">
            <Button onClick={() => setPort(portProblem.nextFree)}>Use port {portProblem.nextFree}</Button>
            <Button onClick={onRefresh}>Look again</Button>
          </Problem>
        )}
        {made === null && run.error !== null && <Problem problem={run.error} />}
        <div className={styles.go}>
          {made === null ? (
            <>
              <Button type="submit" kind="primary" isBig isBusy={run.isPending}>
                {run.isPending ? 'Making it secure…' : 'Make it secure'}
              </Button>
              <p className={styles.listens}>
                Listens on <code>{listenAddress(plan.url, port)}</code>
              </p>
            </>
          ) : (
            <AfterTheClick made={made} />
          )}
        </div>
      </form>
    </Page>
  );
}

function AfterTheClick({ made }: { readonly made: Made }): ReactElement {
  const next = useRef<HTMLParagraphElement>(null);

  // The button that was pressed became this link; without it the focus would be lost.
  useEffect(() => next.current?.querySelector('a')?.focus(), []);

  return (
    <>
      <p ref={next}>
        <Link to="/connect" className={buttonClass('primary', true)}>
          Connect an agent
        </Link>
      </p>
      <p className={styles.listens} role="status">
        {made.endpoint?.listening === true ? (
          <>
            Listening on <code>{made.endpoint.url}</code>
          </>
        ) : (
          'The endpoint is not listening.'
        )}
      </p>
    </>
  );
}

function passphraseOf(form: HTMLFormElement): Passphrase {
  const values = new FormData(form);
  return { first: String(values.get('passphrase') ?? ''), again: String(values.get('again') ?? '') };
}
