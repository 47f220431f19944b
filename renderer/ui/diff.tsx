import type { ReactElement } from 'react';
import { Breakable } from './breakable.tsx';
import { classNames } from './class-names.ts';
import { MaskedText } from './code.tsx';
import styles from './diff.module.css';

/** One line of what becomes of a file; of a gap, `text` is the number of the line behind it. */
interface DiffLine {
  readonly kind: 'added' | 'removed' | 'same' | 'gap';
  readonly text: string;
}

interface DiffProps {
  readonly path: string;
  readonly isNew: boolean;
  readonly lines: readonly DiffLine[];
}

const SIGNS = { added: '+', removed: '−', same: '', gap: '' } as const;

/** What is changed in one file: added and removed lines by sign, colour and element; secrets as dots. */
export function Diff({ path, isNew, lines }: DiffProps): ReactElement {
  return (
    <div className={styles.file}>
      <h3 className={styles.path}>
        <Breakable text={path} />
        {isNew && ', a new file'}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <pre className={styles.lines} tabIndex={0}>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
          <Line key={at} line={line} isFirst={at === 0} isNew={isNew} />
        ))}
      </pre>
    </div>
  );
}

function Line({
  line: { kind, text },
  isFirst,
  isNew,
}: {
  readonly line: DiffLine;
  readonly isFirst: boolean;
  readonly isNew: boolean;
}): ReactElement | null {
  if (kind === 'gap') {
    if (isNew || (isFirst && text === '1')) return null;
    return <span className={classNames(styles.line, styles.gap)}>from line {text}</span>;
  }
  const Element = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span';
  return (
    <Element className={classNames(styles.line, kind !== 'same' && styles[kind])}>
      <span className={styles.sign}>{SIGNS[kind]}</span>
      {text === '' ? '\u200b' : <MaskedText text={text} />}
    </Element>
  );
}
