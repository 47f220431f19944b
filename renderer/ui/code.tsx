import { Fragment, type ReactElement } from 'react';
import { Breakable } from './breakable.tsx';
import { classNames } from './class-names.ts';
import styles from './code.module.css';

/** How a secret stands in a text of the core until someone asks for it. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: it is that text, not a template
export const SECRET_PLACEHOLDER = '${SECRET_TOKEN}';

const COMMENT = /^\s*(#|\/\/|;|--|<!--|REM\b|::)/;

interface CodeProps {
  readonly content: string;
  /** Long lines go on in the next row, set in a little, instead of out of view: for lines whose end matters. */
  readonly isWrapped?: boolean;
  /** False for a file that refers to its secrets by their names, which are no secrets. */
  readonly isMasked?: boolean;
}

/** Code to read: lines as they are, comments quieter, secrets as dots. */
export function Code({ content, isWrapped = false, isMasked = true }: CodeProps): ReactElement {
  const lines = content.replace(/\n$/, '').split('\n');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <pre className={classNames(styles.code, isWrapped && styles.wrapped)} tabIndex={0}>
      <code>
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
          <span key={place} className={classNames(styles.line, COMMENT.test(line) && styles.comment)}>
            {line === '' ? '\u200b' : isMasked ? <MaskedText text={line} isWrapped={isWrapped} /> : line}
          </span>
        ))}
      </code>
    </pre>
  );
}

/** A text with dots in the place of its secrets. */
export function MaskedText({
  text,
  isWrapped = true,
}: {
  readonly text: string;
  readonly isWrapped?: boolean;
}): ReactElement {
  const parts = text.split(SECRET_PLACEHOLDER);
  return (
    <>
      {parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line never change places
        <Fragment key={place}>
          {isWrapped ? <Breakable text={part} /> : part}
          {place < parts.length - 1 && <Dots />}
        </Fragment>
      ))}
    </>
  );
}

/** Where a secret stands without being there. */
export function Dots(): ReactElement {
  return (
    <span className={styles.dots}>
      <span aria-hidden="true">••••••••</span>
      <span className="visually-hidden">(secret, hidden)</span>
    </span>
  );
}
