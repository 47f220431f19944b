import { FilePen } from 'lucide-react';
import type { ReactElement } from 'react';
import type { AgentSummary, ProcedureOutput } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { useAnswer } from '../../bridge/procedure.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Prose } from '../../ui/prose.tsx';
import { applyAddress, canApply } from './apply-model.ts';
import { type Choice, shellTitle, snippetInput } from './model.ts';
import { RunLine } from './run-line.tsx';
import { SnippetBlock } from './snippet-block.tsx';
import { TrustNote } from './trust-note.tsx';
import styles from './wire.module.css';

/** More notes than these are folded away, so that the lines to paste stay in view. */
const NOTES_OPEN = 2;

interface SnippetCardProps {
  readonly agent: AgentSummary;
  readonly choice: Choice;
  readonly app: ProcedureOutput<'app.info'>;
  /** Copying these lines is the next thing to do: nothing has failed that has a cure of its own, and nothing reports yet. */
  readonly isPrimary: boolean;
  readonly onChange: (part: Partial<Choice>) => void;
}

/** The lines to paste, in the order in which they are needed; secrets are dots here and real in the clipboard. */
export function SnippetCard({ agent, choice, app, isPrimary, onChange }: SnippetCardProps): ReactElement {
  const snippet = useAnswer('agent.show', snippetInput(agent.id, choice), { keepFormer: true });
  const shells = agent.forms.find(({ as }) => as === choice.as)?.shells ?? [];

  return (
    <Card isFlush>
      {snippet.error !== null && <Problem problem={snippet.error} />}
      {snippet.data?.blocks.map((block, place) => (
        <SnippetBlock
          // biome-ignore lint/suspicious/noArrayIndexKey: steps of one snippet never change places, and two may have one title
          key={place}
          agent={agent.id}
          choice={choice}
          block={block}
          place={place}
          isPrimary={isPrimary && place === 0}
        >
          {place === 0 && shells.length > 1 && <ShellChoice shells={shells} shell={choice.shell} onChange={onChange} />}
        </SnippetBlock>
      ))}
      {canApply(agent) && (
        <div className={styles.apply}>
          <p className={styles.runLead}>
            Or let Sealwire write them into a file of your project, after showing the change:
          </p>
          <Link to={applyAddress(agent.id, choice)} className={buttonClass('plain')}>
            <FilePen size={16} aria-hidden="true" />
            Apply…
          </Link>
        </div>
      )}
      {agent.trust.setting !== null && <TrustNote agent={agent} />}
      {snippet.data !== undefined && snippet.data.notes.length > 0 && (
        <details className={styles.notes} open={snippet.data.notes.length <= NOTES_OPEN}>
          <summary>Good to know ({snippet.data.notes.length})</summary>
          <ul className={styles.noteList}>
            {snippet.data.notes.map((note) => (
              <li key={note}>
                <Prose text={note} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {agent.runsIn !== 'device' && <RunLine agent={agent} choice={choice} app={app} onChange={onChange} />}
    </Card>
  );
}

interface ShellChoiceProps {
  readonly shells: readonly string[];
  readonly shell: string;
  readonly onChange: (part: Partial<Choice>) => void;
}

function ShellChoice({ shells, shell, onChange }: ShellChoiceProps): ReactElement {
  return (
    <select
      className={styles.shell}
      aria-label="Shell"
      value={shell}
      onChange={(event) => onChange({ shell: event.target.value })}
    >
      {shells.map((id) => (
        <option key={id} value={id}>
          {shellTitle(id)}
        </option>
      ))}
    </select>
  );
}
