import { Download } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { Snippet } from '../../../main/contract/index.ts';
import { useBridge } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Code, SECRET_PLACEHOLDER } from '../../ui/code.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { type Choice, snippetInput } from './model.ts';
import styles from './wire.module.css';

interface SnippetBlockProps {
  readonly agent: string;
  readonly choice: Choice;
  readonly block: Snippet['blocks'][number];
  /** Its place in the snippet, from 0. */
  readonly place: number;
  readonly isPrimary: boolean;
  /** What stands before its buttons. */
  readonly children: ReactNode;
}

/** One step of a snippet: something to type, or a file to write, which can also be saved as one. */
export function SnippetBlock({ agent, choice, block, place, isPrimary, children }: SnippetBlockProps): ReactElement {
  const bridge = useBridge();
  const { title, path, content } = block;
  const isSecret = content.includes(SECRET_PLACEHOLDER);

  async function realText(): Promise<string> {
    if (!isSecret) return content;
    const revealed = await bridge.call('agent.show', { ...snippetInput(agent, choice), reveal: true });
    const same = revealed.blocks[place];
    if (same === undefined) throw new Error('the snippet has changed meanwhile. Try again.');
    return same.content;
  }

  async function save(name: string): Promise<void> {
    try {
      await saveFile(name, await realText());
    } catch (thrown) {
      announceVisibly(`Nothing was saved: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  }

  return (
    <section className={styles.block} data-block={place}>
      <div className={styles.blockHead}>
        <h2 className={styles.blockTitle}>{path === null ? title : `${title} · ${path}`}</h2>
        <div className={styles.blockActions}>
          {children}
          {path !== null && (
            <Button onClick={() => void save(path.split(/[\\/]/).at(-1) ?? path)}>
              <Download size={16} aria-hidden="true" />
              Save
            </Button>
          )}
          <CopyButton
            label="Copy"
            kind={isPrimary ? 'primary' : 'plain'}
            what={path ?? title}
            text={isSecret ? realText : content}
            isSecret={isSecret}
          />
        </div>
      </div>
      <div className={styles.code}>
        <Code content={content} isWrapped={block.language === 'shell'} />
      </div>
    </section>
  );
}
