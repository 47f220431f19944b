import { type ReactElement, useEffect, useState } from 'react';
import type { AgentSummary, ProcedureOutput, Status } from '../../../main/contract/index.ts';
import { LogLink } from '../../app/log-link.tsx';
import { go, usePlace } from '../../app/router.ts';
import { FailureCard } from '../../ui/failure-card.tsx';
import { NothingYet } from '../../ui/nothing-yet.tsx';
import { Page } from '../../ui/page.tsx';
import { ApplyDialog } from './apply-dialog.tsx';
import { canApply } from './apply-model.ts';
import { BrowsersNote } from './browsers-note.tsx';
import { Chooser } from './chooser.tsx';
import { LiveLadder } from './live-ladder.tsx';
import { addressOfChoice, type Choice, choiceOf, chosenService, hasReported, serviceFault } from './model.ts';
import { ReportingLine } from './reporting-line.tsx';
import { SnippetCard } from './snippet-card.tsx';
import { TrustNote } from './trust-note.tsx';
import { useOpenWiring } from './use-open-wiring.ts';
import styles from './wire.module.css';

/** A pause in typing after which the snippet is written again. */
const TYPING_MS = 250;

const LEADS: Readonly<Record<AgentSummary['runsIn'], string>> = {
  process: 'Put these lines where your application starts.',
  page: 'Put these lines where your page starts.',
  device: 'Put these lines where your app starts.',
};

interface WireProps {
  readonly agent: AgentSummary;
  readonly agents: readonly AgentSummary[];
  readonly app: ProcedureOutput<'app.info'>;
  readonly status: Status;
}

/** Steps two to four on one page: the form, the lines to paste, and the ladder of the service they are for. */
export function Wire({ agent, agents, app, status }: WireProps): ReactElement {
  const { query } = usePlace();
  const settled = choiceOf(agent, query, app.platform);
  const [typed, setTyped] = useState({ agent: agent.id, choice: settled });
  const choice = typed.agent === agent.id ? typed.choice : settled;
  const fault = serviceFault(choice.service);
  const address = addressOfChoice(agent.id, choice);
  const isSettled = address === addressOfChoice(agent.id, settled);

  // What is typed goes into the address after a pause; from there everything below is asked for.
  useEffect(() => {
    if (fault !== null || isSettled) return;
    const timer = setTimeout(() => go(address, 'replace'), TYPING_MS);
    return () => clearTimeout(timer);
  }, [address, fault, isSettled]);

  useOpenWiring(agent.id, settled.service);
  const service = chosenService(status.services, settled);
  const hasFailed = service !== undefined && service.stoppedAt !== null;
  const isReporting = service !== undefined && !hasFailed && hasReported(service);

  function change(part: Partial<Choice>): void {
    setTyped({ agent: agent.id, choice: { ...choice, ...part } });
  }

  return (
    <Page
      title={`Connect ${/^[aeio]/i.test(agent.title) ? 'an' : 'a'} ${agent.title} service`}
      lead={`${LEADS[agent.runsIn]} Sealwire watches the endpoint and tells you how far it got.`}
    >
      <Chooser agent={agent} agents={agents} choice={choice} fault={fault} onChange={change} />
      {service?.diagnosis != null && hasFailed && (
        <FailureCard diagnosis={service.diagnosis}>
          <LogLink agent={agent.id} diagnosis={service.diagnosis} />
        </FailureCard>
      )}
      {isReporting && <ReportingLine service={service} />}
      {agent.runsIn === 'page' && <BrowsersNote rum={status.rum} page={settled.start} />}
      {agent.trust.setting === null && <TrustNote agent={agent} />}
      <div className={styles.columns}>
        <SnippetCard
          agent={agent}
          choice={settled}
          app={app}
          isPrimary={!hasFailed && !isReporting}
          onChange={change}
        />
        <div className={styles.aside}>
          <LiveLadder service={service} choice={settled} endpoint={status.endpoint} />
          {service?.diagnosis != null && !hasFailed && <NothingYet diagnosis={service.diagnosis} />}
        </div>
      </div>
      {query.get('do') === 'apply' && canApply(agent) && (
        <ApplyDialog
          agent={agent}
          choice={settled}
          app={app}
          onClose={() => go(addressOfChoice(agent.id, settled), 'replace')}
        />
      )}
    </Page>
  );
}
