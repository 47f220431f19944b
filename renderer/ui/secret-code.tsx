import type { ReactElement } from 'react';
import { useBridge } from '../bridge/procedure.ts';
import type { ButtonKind } from './button.tsx';
import { Code, SECRET_PLACEHOLDER } from './code.tsx';
import { CopyButton } from './copy-button.tsx';
import styles from './secret-code.module.css';

interface SecretCodeProps {
  readonly content: string;
  /** What is copied, as a person would call it. */
  readonly what: string;
  readonly label?: string;
  readonly kind?: ButtonKind;
}

/** A line to paste. Where it holds the token, dots stand for it on screen and the copy gets the real one. */
export function SecretCode({ content, what, label = 'Copy', kind = 'plain' }: SecretCodeProps): ReactElement {
  const bridge = useBridge();
  const isSecret = content.includes(SECRET_PLACEHOLDER);

  async function withToken(): Promise<string> {
    const { token } = await bridge.call('token.show', {});
    return content.replaceAll(SECRET_PLACEHOLDER, () => token);
  }

  return (
    <div className={styles.line}>
      <Code content={content} isWrapped />
      <CopyButton what={what} label={label} kind={kind} isSecret={isSecret} text={isSecret ? withToken : content} />
    </div>
  );
}
