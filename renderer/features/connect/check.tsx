import { type ReactElement, useState } from 'react';
import type { AgentSummary } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { usePlace } from '../../app/router.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Code } from '../../ui/code.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import styles from './check.module.css';
import { FindingList } from './finding-list.tsx';
import { LoggedList } from './logged-list.tsx';
import { summaryOf, useCheck } from './use-check.ts';

interface CheckProps {
  readonly agents: readonly AgentSummary[];
}

/** Paste a configuration: what in it will not work, why, and the same text mended; or a log, which the address may say the agent of. */
export function Check({ agents }: CheckProps): ReactElement {
  const [text, setText] = useState('');
  const asked = usePlace().query.get('agent') ?? '';
  const [agent, setAgent] = useState(agents.some(({ id }) => id === asked) ? asked : '');
  const { checked, problem } = useCheck(text, agent);

  return (
    <Page
      title="Check a configuration"
      lead="Paste what you have: variables, a Dockerfile, Compose, Kubernetes, systemd, an agent’s own file, code, or what the agent logged. It stays on this machine and is not kept."
      action={
        <Link to="/connect" className={buttonClass('plain')}>
          Choose an agent
        </Link>
      }
    >
      <Card>
        <div className={styles.ask}>
          <SelectField label="Agent" value={agent} onChange={(event) => setAgent(event.target.value)}>
            <option value="">Whichever reads it</option>
            {agents.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </SelectField>
          <TextArea
            label="Configuration or log"
            rows={8}
            placeholder={'ELASTIC_APM_SERVER_URL=http://localhost:8200/\nELASTIC_APM_VERIFY_SERVER_CERT=no'}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
      </Card>
      {problem !== null && <Problem problem={problem} />}
      {checked !== null && checked.logged.said.length > 0 && (
        <Card title="What the log says" isFlush>
          <LoggedList logged={checked.logged} agents={agents} />
        </Card>
      )}
      {checked !== null && (checked.answer.format !== null || checked.logged.said.length === 0) && (
        <Card title={summaryOf(checked)} isFlush={checked.answer.findings.length > 0}>
          {checked.answer.findings.length > 0 ? (
            <FindingList findings={checked.answer.findings} />
          ) : (
            <p className={styles.quiet}>
              {checked.answer.format === null
                ? 'Sealwire looks for variables such as ELASTIC_APM_SERVER_URL, and for the agents’ own files and calls.'
                : 'Whether the service really connects shows on its ladder, when it has started.'}
            </p>
          )}
        </Card>
      )}
      {checked?.shown != null && checked.mended !== null && (
        <Card
          title="Mended"
          aside={
            <CopyButton
              what="the mended text"
              label="Copy"
              kind="primary"
              isSecret={checked.hasSecret}
              text={checked.mended}
            />
          }
        >
          <Code content={checked.shown} />
        </Card>
      )}
    </Page>
  );
}
