import { type ReactElement, useState } from 'react';
import { addressOf, go, usePlace } from '../../app/router.ts';
import { asCallError, type CallError } from '../../bridge/call-error.ts';
import { desktop } from '../../bridge/desktop.ts';
import { useAnswer, useBridge } from '../../bridge/procedure.ts';
import { Breakable } from '../../ui/breakable.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { saveFiles } from '../../ui/save-files.ts';
import { StateIcon } from '../../ui/state-icon.tsx';
import { FilesPreview } from './files-preview.tsx';
import styles from './hand-over.module.css';
import { NEW_DRAFT, type ServerDraft, targetOf, wishOf } from './model.ts';
import { NextSteps } from './next-steps.tsx';
import { ServerForm } from './server-form.tsx';

const PATH = '/hand-over';

/** Everything that a real APM Server needs for the same security: filled in, looked at, saved. */
export default function HandOver(): ReactElement {
  const { query } = usePlace();
  const bridge = useBridge();
  const targets = useAnswer('server.targets', {});
  const [draft, setDraft] = useState<ServerDraft>(NEW_DRAFT);
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<CallError | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const target = targetOf(targets.data?.targets ?? [], query.get('target'));
  const wish = target === undefined ? null : wishOf(target, draft);
  const preview = useAnswer('server.preview', wish ?? {}, { enabled: wish !== null, keepFormer: true });
  const isShown = wish !== null && preview.error === null && preview.data !== undefined;

  function change(part: Partial<ServerDraft>): void {
    setDraft((before) => ({ ...before, ...part }));
    setSaved(null);
    setTrouble(null);
  }

  async function save(): Promise<void> {
    if (wish === null || isBusy) return;
    setIsBusy(true);
    setTrouble(null);
    try {
      // A browser keeps no folders, so there all of it is one archive.
      const { files } = await bridge.call('server.export', { ...wish, archive: desktop() === null });
      setSaved(await saveFiles(`apm-server-${wish.target ?? ''}`, files));
    } catch (thrown) {
      setTrouble(asCallError(thrown));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <Page
      title="Hand over"
      lead="The same certificate authority, token and rules for a real APM Server: settings, keystore, certificate, and the exact steps."
      action={
        <Button kind="primary" isBusy={isBusy} disabled={!isShown} onClick={() => void save()}>
          {isBusy ? 'Saving…' : 'Save files'}
        </Button>
      }
    >
      {targets.error !== null && <Problem problem={targets.error} />}
      {saved !== null && (
        <p className={styles.saved} role="status">
          <StateIcon tone="ok" size={16} />
          <span>
            Saved to <Breakable text={saved} />. It holds the token and the private key: keep it where only you can read
            it.
          </span>
        </p>
      )}
      {trouble !== null && <Problem problem={trouble} />}
      {target !== undefined && (
        <Card title="The server">
          <ServerForm
            targets={targets.data?.targets ?? []}
            target={target}
            draft={draft}
            onTarget={(id) => {
              go(addressOf(PATH, { target: id }), 'replace');
              change({});
            }}
            onDraft={change}
          />
        </Card>
      )}
      {wish !== null && preview.error !== null && <Problem problem={preview.error} />}
      {wish === null && target !== undefined && (
        <Card isFlush>
          <Empty title="No name of the server yet">
            Type the host name or address under which agents reach it, such as <code>apm.test</code>. The certificate is
            made for it when the files are saved.
          </Empty>
        </Card>
      )}
      {isShown && (
        <>
          <FilesPreview
            files={preview.data.files}
            chosen={query.get('file')}
            onChoose={(file) => go(addressOf(PATH, { target: query.get('target'), file }), 'replace')}
          />
          <NextSteps url={preview.data.url} steps={preview.data.steps} notes={preview.data.notes} />
        </>
      )}
    </Page>
  );
}
