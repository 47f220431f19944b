import { Check, Copy } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import { desktop } from '../bridge/desktop.ts';
import { Button, type ButtonKind } from './button.tsx';
import { copyAndSay } from './copy.ts';

const TICK_MS = 2_000;

interface CopyButtonProps {
  /** What is copied, as a person would call it: "the endpoint address". */
  readonly what: string;
  /** The text, or how to get it; a secret is fetched when the button is pressed and not before. */
  readonly text: string | (() => Promise<string>);
  /** The text holds a secret: it is taken out of the clipboard after a minute where the browser lets us. */
  readonly isSecret?: boolean;
  /** Words on the button; without them it is an icon with a name. */
  readonly label?: string;
  readonly kind?: ButtonKind;
}

/** Copies, shows a tick for two seconds and says what was copied, and for a secret how long it stays in the clipboard. */
export function CopyButton({ what, text, isSecret = false, label, kind = 'plain' }: CopyButtonProps): ReactElement {
  const [isTicked, setIsTicked] = useState(false);

  useEffect(() => {
    if (!isTicked) return;
    const timer = setTimeout(() => setIsTicked(false), TICK_MS);
    return () => clearTimeout(timer);
  }, [isTicked]);

  async function copy(): Promise<void> {
    if (await copyAndSay({ what, text, isSecret })) setIsTicked(true);
  }

  const isCleared = isSecret && desktop() !== null;
  const words = isCleared ? `${what}; it leaves the clipboard after 60 seconds` : what;
  const icon = isTicked ? <Check size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />;
  if (label === undefined) {
    return (
      <Button kind="icon" aria-label={`Copy ${words}`} title={`Copy ${words}`} onClick={() => void copy()}>
        {icon}
      </Button>
    );
  }
  return (
    <Button
      kind={kind}
      aria-label={`${label} (${words})`}
      title={isCleared ? 'Leaves the clipboard after 60 seconds' : undefined}
      onClick={() => void copy()}
    >
      {icon}
      {isTicked ? (isCleared ? 'Copied for 60 s' : 'Copied') : label}
    </Button>
  );
}
