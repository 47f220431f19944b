import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import type { Status } from '../../main/contract/index.ts';
import { useAct, useAnswer, useBridge } from '../bridge/procedure.ts';
import { announceVisibly } from '../ui/announcer.tsx';
import { classNames } from '../ui/class-names.ts';
import { copyAndSay } from '../ui/copy.ts';
import { type Command, commandsOf, matching } from './commands.ts';
import styles from './palette.module.css';
import { go } from './router.ts';

interface PaletteProps {
  readonly status: Status;
  readonly onClose: () => void;
}

/** Every screen, agent, service and action by name. Type, arrows, Enter. */
export default function Palette({ status, onClose }: PaletteProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const bridge = useBridge();
  const agents = useAnswer('agent.list', {});
  const setTheme = useAct('settings.set');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);

  const commands = matching(commandsOf(status, agents.data?.agents ?? []), text);
  const active = commands[Math.min(chosen, commands.length - 1)];

  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);

  useEffect(() => {
    if (active !== undefined) document.getElementById(optionId(listId, active))?.scrollIntoView({ block: 'nearest' });
  }, [active, listId]);

  async function run(command: Command): Promise<void> {
    dialog.current?.close();
    const { act } = command;
    if (act.kind === 'go') return go(act.to);
    if (act.kind === 'theme') return setTheme.mutate({ theme: act.theme });
    if (act.kind === 'copy') {
      const fetchToken = async (): Promise<string> => (await bridge.call('token.show', {})).token;
      await copyAndSay({ what: act.what, text: act.text ?? fetchToken, isSecret: act.text === null, isSeen: true });
      return;
    }
    try {
      await bridge.call(act.procedure, {});
      announceVisibly(act.said);
    } catch (thrown) {
      announceVisibly(thrown instanceof Error ? thrown.message : String(thrown));
    }
  }

  function press(event: KeyboardEvent): void {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined && commands.length > 0) {
      event.preventDefault();
      setChosen((former) => (Math.min(former, commands.length - 1) + move + commands.length) % commands.length);
    } else if (event.key === 'Enter' && active !== undefined) {
      event.preventDefault();
      void run(active);
    }
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it; the keyboard has Escape, which the dialog brings itself
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label="Command palette"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <input
        className={styles.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={active === undefined ? undefined : optionId(listId, active)}
        aria-label="Screen, agent, service or action"
        placeholder="Screen, agent, service or action"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={press}
      />
      {commands.length === 0 && <p className={styles.none}>Nothing is called “{text}”.</p>}
      <div id={listId} role="listbox" aria-label="Commands" className={styles.list}>
        {commands.map((command) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are taken by the combobox that owns this list
          <div
            key={command.id}
            id={optionId(listId, command)}
            role="option"
            tabIndex={-1}
            aria-selected={command === active}
            className={classNames(styles.option, command === active && styles.active)}
            onClick={() => void run(command)}
            onPointerMove={() => setChosen(commands.indexOf(command))}
          >
            <span>{command.title}</span>
            <span className={styles.group}>{command.group}</span>
          </div>
        ))}
      </div>
    </dialog>
  );
}

function optionId(listId: string, { id }: Command): string {
  return `${listId}-${id.replaceAll(/[^\w-]/g, '_')}`;
}
