import { type FormEvent, type ReactElement, useDeferredValue, useEffect, useRef, useState } from 'react';
import type { Authority, CertificateKind, KeyKind } from '../../../main/contract/index.ts';
import { useAct } from '../../bridge/procedure.ts';
import { useProgress } from '../../bridge/progress.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { count, duration, plural } from '../../ui/format.ts';
import { ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { AuthorityField } from './authority-field.tsx';
import styles from './issue.module.css';
import { lifetimeFault, lifetimeOf, linesOfNames, refusalWords, refused } from './issue-model.ts';
import { KeyField } from './key-field.tsx';
import { LifetimeField, USUAL_LIFETIME } from './lifetime-field.tsx';
import { useCheckedNames } from './use-checked-names.ts';

/** As many as the core makes in one go. */
const MOST = 5_000;

interface IssueManyProps {
  readonly authorities: readonly Authority[];
  readonly onClose: () => void;
}

/** Issues one certificate a line, all or none, with progress; it can be cancelled, and is when the sheet is closed. */
export function IssueMany({ authorities, onClose }: IssueManyProps): ReactElement {
  const issue = useAct('certificate.issueMany');
  const cancel = useAct('certificate.cancel');
  const running = useRef<string | null>(null);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<CertificateKind>('server');
  const [key, setKey] = useState<KeyKind>('ec-p256');
  const [lifetime, setLifetime] = useState(USUAL_LIFETIME);
  const [authority, setAuthority] = useState('');
  const { mutate: stop } = cancel;

  useEffect(
    () => () => {
      if (running.current !== null) stop({ job: running.current });
    },
    [stop],
  );

  const lines = linesOfNames(text);
  // A list that is long is judged when the typing pauses, not at every key.
  const judged = useDeferredValue(text);
  const names = [...new Set(linesOfNames(judged).flat())];
  const { checked, problem } = useCheckedNames(names, kind, authority === '' ? undefined : authority);
  const [wrong] = refused([...checked.values()]).filter(({ input }) => text.includes(input));
  const fault =
    lines.length > MOST
      ? `${count(lines.length)} lines are too many: ${count(MOST)} go at once.`
      : wrong?.refusal == null
        ? null
        : `${wrong.input}: ${refusalWords(wrong.refusal)}`;
  const isReady = lines.length > 0 && fault === null && lifetimeFault(lifetime.text, lifetime.unit) === null;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isReady || issue.isPending) return;
    const job = crypto.randomUUID();
    running.current = job;
    const common = {
      kind,
      key,
      ...lifetimeOf(lifetime.text, lifetime.unit),
      ...(authority === '' ? {} : { authority }),
    };
    issue.mutate(
      { job, wishes: lines.map((names) => ({ names, ...common })) },
      {
        onSettled: () => {
          running.current = null;
        },
      },
    );
  }

  if (issue.data !== undefined) {
    const { certificates, milliseconds } = issue.data;
    return (
      <>
        <p className={styles.note} role="status">
          <StateIcon tone="ok" size={16} />
          <span>
            {plural(certificates.length, 'certificate', 'certificates')} issued in {duration(milliseconds)}. They are in
            the list; open one to export it.
          </span>
        </p>
        <ModalActions>
          <Button kind="primary" data-first-focus="" onClick={onClose}>
            Done
          </Button>
        </ModalActions>
      </>
    );
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextArea
        label="One certificate a line"
        rows={6}
        placeholder={'orders.test\npayments.test, 10.0.0.7'}
        hint="Names of one certificate are separated by spaces or commas. The endpoint presents none of these."
        fault={fault}
        value={text}
        disabled={issue.isPending}
        data-first-focus=""
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.fields}>
        <SelectField
          label="They are for"
          value={kind}
          onChange={(event) => setKind(event.target.value === 'client' ? 'client' : 'server')}
        >
          <option value="server">servers</option>
          <option value="client">clients</option>
        </SelectField>
        <KeyField value={key} onChoose={setKey} />
        <LifetimeField lifetime={lifetime} onChange={setLifetime} />
        <AuthorityField authorities={authorities} value={authority} onChoose={setAuthority} />
      </div>
      {issue.isPending && <Issuing job={running.current} total={lines.length} />}
      {problem !== null && <Problem problem={problem} />}
      {issue.error !== null && (
        <Problem problem={issue.error} tone={issue.error.code === 'CANCELLED' ? 'attention' : 'failed'} />
      )}
      <ModalActions>
        {issue.isPending ? (
          <Button
            isBusy={cancel.isPending}
            onClick={() => {
              if (running.current !== null) stop({ job: running.current });
            }}
          >
            Cancel
          </Button>
        ) : (
          <Button onClick={onClose}>Close</Button>
        )}
        <Button type="submit" kind="primary" isBusy={issue.isPending} disabled={!isReady}>
          {issue.isPending
            ? 'Issuing…'
            : lines.length === 0
              ? 'Issue certificates'
              : `Issue ${plural(lines.length, 'certificate', 'certificates')}`}
        </Button>
      </ModalActions>
    </form>
  );
}

function Issuing({ job, total }: { readonly job: string | null; readonly total: number }): ReactElement {
  const done = useProgress((progress) => (progress.job === job ? progress.done : 0));
  return (
    <div className={styles.progress}>
      <progress max={total} value={done} aria-label="Certificates issued" />
      <p className={styles.quiet}>
        {count(done)} of {count(total)} issued. Cancel keeps none of them.
      </p>
    </div>
  );
}
