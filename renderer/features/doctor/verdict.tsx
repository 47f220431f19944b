import { Download } from 'lucide-react';
import type { ReactElement } from 'react';
import type { DoctorReport } from '../../../main/contract/index.ts';
import { useBridge } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { duration } from '../../ui/format.ts';
import { saveFile } from '../../ui/save-file.ts';
import { StateIcon } from '../../ui/state-icon.tsx';
import styles from './doctor.module.css';
import { countsLine, TONES, verdictSentence } from './model.ts';

/** What the examination comes to, and the report to take along. */
export function Verdict({ report }: { readonly report: DoctorReport }): ReactElement {
  const bridge = useBridge();

  async function save(): Promise<void> {
    try {
      const { filename, content } = await bridge.call('doctor.junit', { report });
      await saveFile(filename, content);
    } catch (thrown) {
      announceVisibly(`Nothing was saved: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  }

  return (
    <div className={styles.verdict} data-verdict={report.verdict}>
      <StateIcon tone={TONES[report.verdict]} />
      <div className={styles.verdictWords}>
        <h2 className={styles.verdictTitle}>{verdictSentence(report.verdict)}</h2>
        <p className={styles.quiet}>
          {report.url} · {countsLine(report.checks)} · {duration(report.ms)}
        </p>
      </div>
      <div className={styles.actions}>
        <CopyButton what="the report" text={JSON.stringify(report, null, 2)} label="Copy as JSON" />
        <Button onClick={() => void save()}>
          <Download size={16} aria-hidden="true" />
          Save as JUnit
        </Button>
      </div>
    </div>
  );
}
