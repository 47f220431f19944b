import { Eye, EyeOff } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import { announceVisibly } from './announcer.tsx';
import { Button } from './button.tsx';
import { Dots } from './code.tsx';
import { CopyButton } from './copy-button.tsx';
import styles from './secret-value.module.css';

const REVEALED_MS = 10_000;

interface SecretValueProps {
  /** What the secret is, as a person would call it: "the secret token". */
  readonly what: string;
  /** Fetches it; called for each copy and each reveal, never before. */
  readonly fetchSecret: () => Promise<string>;
}

/** A secret: dots, a button that shows it for ten seconds, and one that copies it. At rest it is not in the page. */
export function SecretValue({ what, fetchSecret }: SecretValueProps): ReactElement {
  const [revealed, setRevealed] = useState<string | null>(null);

  useEffect(() => {
    if (revealed === null) return;
    const hide = (): void => setRevealed(null);
    const timer = setTimeout(hide, REVEALED_MS);
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [revealed]);

  async function toggle(): Promise<void> {
    if (revealed !== null) return setRevealed(null);
    try {
      setRevealed(await fetchSecret());
    } catch (thrown) {
      announceVisibly(thrown instanceof Error ? thrown.message : String(thrown));
    }
  }

  const verb = revealed === null ? 'Show' : 'Hide';
  return (
    <span className={styles.secret}>
      {revealed === null ? <Dots /> : <code className={styles.text}>{revealed}</code>}
      <Button
        kind="icon"
        aria-label={`${verb} ${what}${revealed === null ? ' for 10 seconds' : ''}`}
        title={`${verb} ${what}${revealed === null ? ' for 10 seconds' : ''}`}
        onClick={() => void toggle()}
      >
        {revealed === null ? <Eye size={16} aria-hidden="true" /> : <EyeOff size={16} aria-hidden="true" />}
      </Button>
      <CopyButton what={what} text={fetchSecret} isSecret />
    </span>
  );
}
