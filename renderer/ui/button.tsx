import type { ButtonHTMLAttributes, ReactElement, Ref } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

/** `icon` is a quiet button that holds an icon alone and is as wide as it is high. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'icon' | 'danger';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind;
  readonly isBig?: boolean;
  /** Work is under way: the button stays focusable and readable, but does nothing. */
  readonly isBusy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  /** Marks the button that `useOpeningFocus` comes back to. */
  readonly 'data-opener'?: string;
}

/** A button. Each screen has one `primary`. */
export function Button({ kind = 'plain', isBig, isBusy, className, onClick, ...rest }: ButtonProps): ReactElement {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={isBusy || undefined}
      className={classNames(buttonClass(kind, isBig), className)}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
    />
  );
}

/** The look of a button, for links that are one to the eye. */
export function buttonClass(kind: ButtonKind, isBig = false): string {
  return classNames(styles.button, styles[kind], isBig && styles.big);
}
