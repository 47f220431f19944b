import { Download } from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { useAct } from '../../bridge/procedure.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/code.tsx';
import { Problem } from '../../ui/problem.tsx';
import { saveFile } from '../../ui/save-file.ts';
import styles from './settings.module.css';

interface DiagnosticsProps {
  /** It was asked for by a command: it is gathered at once, and the wish is taken out of the address. */
  readonly isAsked: boolean;
  readonly onTaken: () => void;
}

/** The diagnostics bundle: shown before it is saved, so that the person sees what they would hand on. */
export function Diagnostics({ isAsked, onTaken }: DiagnosticsProps): ReactElement {
  const bundle = useAct('app.diagnostics');
  const section = useRef<HTMLDivElement>(null);
  const { mutate: gather } = bundle;

  useEffect(() => {
    if (!isAsked) return;
    onTaken();
    gather({}, { onSuccess: () => section.current?.scrollIntoView({ block: 'nearest' }) });
  }, [isAsked, onTaken, gather]);

  return (
    <div className={styles.stack} ref={section}>
      <div className={styles.between}>
        <p className={styles.quiet}>A diagnostics bundle holds versions, settings and the log, without secrets.</p>
        {bundle.data === undefined ? (
          <Button isBusy={bundle.isPending} onClick={() => bundle.mutate({})}>
            {bundle.isPending ? 'Gathering…' : 'Show diagnostics bundle'}
          </Button>
        ) : (
          <Button onClick={() => void saveFile(bundle.data.filename, bundle.data.content)}>
            <Download size={16} aria-hidden="true" />
            Save {bundle.data.filename}
          </Button>
        )}
      </div>
      {bundle.error !== null && <Problem problem={bundle.error} />}
      {bundle.data !== undefined && (
        <div className={styles.preview}>
          <Code content={bundle.data.content} />
        </div>
      )}
    </div>
  );
}
