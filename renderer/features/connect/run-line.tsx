import { Terminal } from 'lucide-react';
import type { ReactElement } from 'react';
import type { AgentSummary, ProcedureOutput } from '../../../main/contract/index.ts';
import { useAct } from '../../bridge/procedure.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Problem } from '../../ui/problem.tsx';
import { type Choice, isKnownStart, runLine, terminalInput } from './model.ts';
import styles from './wire.module.css';

interface RunLineProps {
  readonly agent: AgentSummary;
  readonly choice: Choice;
  readonly app: ProcedureOutput<'app.info'>;
  readonly onChange: (part: Partial<Choice>) => void;
}

/** What is started: a device starts its own. */
const WORDS = {
  process: {
    lead: 'Or change nothing, and start your application through Sealwire:',
    label: 'How you start your application',
    placeholder: 'your start command',
  },
  page: {
    lead: 'Open the page in a browser of its own, which accepts the endpoint while no trust store is changed:',
    label: 'Address of your page',
    placeholder: 'the address of your page',
  },
} as const;

/** The way without pasting: one command that starts the application already wired, here or in the person's own terminal. */
export function RunLine({ agent, choice, app, onChange }: RunLineProps): ReactElement {
  const terminal = useAct('terminal.run');
  const words = WORDS[agent.runsIn === 'page' ? 'page' : 'process'];
  const line = runLine(app.command, choice);
  const refusal = !app.terminal.available
    ? app.terminal.reason
    : isKnownStart(agent, choice)
      ? null
      : 'Sealwire opens a terminal only with a start command it knows. Copy this one.';

  return (
    <section className={styles.run} aria-label="Start it through Sealwire">
      <p className={styles.runLead}>{words.lead}</p>
      <div className={styles.runLine}>
        <code>{line.slice(0, line.length - choice.start.length)}</code>
        <input
          className={styles.start}
          aria-label={words.label}
          placeholder={words.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={choice.start}
          onChange={(event) => onChange({ start: event.target.value })}
        />
        <CopyButton label="Copy" what="the command" text={line} />
        <Button
          isBusy={terminal.isPending}
          disabled={refusal !== null}
          onClick={() => terminal.mutate(terminalInput(agent.id, choice))}
        >
          <Terminal size={16} aria-hidden="true" />
          Run it for me
        </Button>
      </div>
      <p className={styles.quiet} role="status">
        {refusal ?? (terminal.isSuccess ? 'Your terminal has opened with the command.' : '')}
      </p>
      {terminal.error !== null && <Problem problem={terminal.error} />}
    </section>
  );
}
