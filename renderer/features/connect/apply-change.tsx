import type { ReactElement } from 'react';
import type { WiringPlace } from '../../../main/contract/index.ts';
import type { useAct } from '../../bridge/procedure.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Diff } from '../../ui/diff.tsx';
import { Problem } from '../../ui/problem.tsx';
import styles from './apply.module.css';
import { fileDiffs, insteadOf } from './apply-model.ts';
import { type Choice, runLine } from './model.ts';

interface ApplyChangeProps {
  readonly preview: ReturnType<typeof useAct<'agent.apply'>>;
  readonly place: WiringPlace;
  readonly places: readonly WiringPlace[];
  readonly choice: Choice;
  /** How `sealwire` is typed. */
  readonly command: string;
  readonly onPick: (path: string) => void;
  readonly onIgnore: () => void;
}

/** What would become of the file, before anything is written; or why nothing can, and the ways around it as buttons. */
export function ApplyChange(props: ApplyChangeProps): ReactElement {
  const { preview, place } = props;
  if (preview.error !== null) {
    if (preview.error.code === 'TOKEN_IN_GIT') return <TokenInGit {...props} problem={preview.error} />;
    return <Problem problem={preview.error} />;
  }
  if (preview.data === undefined) return <p role="status">Looking what would change…</p>;
  if (preview.data.diff === '') {
    return (
      <p role="status" className={styles.quiet}>
        {place.name} says all of it already. There is nothing to write.
      </p>
    );
  }
  return (
    <section className={styles.part} aria-label="What would change">
      {fileDiffs(preview.data.diff).map((file) => (
        <Diff key={file.path} {...file} />
      ))}
    </section>
  );
}

function TokenInGit({
  place,
  places,
  choice,
  command,
  problem,
  onPick,
  onIgnore,
}: ApplyChangeProps & { readonly problem: { readonly message: string; readonly fix: string } }): ReactElement {
  const other = insteadOf(places, place);
  return (
    <div className={styles.part}>
      <Problem problem={problem} tone="attention" />
      <div className={styles.buttons}>
        {place.token === 'committable' && <Button onClick={onIgnore}>Let git ignore {place.name}</Button>}
        {other !== undefined && <Button onClick={() => onPick(other.path)}>Use {other.name} instead</Button>}
        <CopyButton
          label="Copy the start command"
          what="the command that starts it through Sealwire"
          text={runLine(command, choice)}
        />
      </div>
    </div>
  );
}
