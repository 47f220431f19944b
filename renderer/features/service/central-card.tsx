import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { Service } from '../../../main/contract/index.ts';
import { useAct, useAnswer } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import styles from './central.module.css';
import { CentralDialog } from './central-dialog.tsx';
import { agentOf, type CentralPlace, centralState, entryInForce, isOwn } from './central-model.ts';
import { CentralRow } from './central-row.tsx';
import { centralScope, centralWords } from './central-words.ts';

interface CentralCardProps {
  readonly place: CentralPlace;
  readonly agentId: Service['agentId'];
  /** The dialog for a further option was asked for by name; `onTaken` is called when it is open. */
  readonly isAsked: boolean;
  readonly onTaken: () => void;
}

/** The options that the service's agent takes over while it runs: what is in force, how far it got, and how to change it. */
export function CentralCard({ place, agentId, isAsked, onTaken }: CentralCardProps): ReactElement {
  const answer = useAnswer('config.list', {});
  const unset = useAct('config.unset');
  // The option in the dialog: a name, or an empty text for one that is still to be chosen.
  const [open, setOpen] = useState<string | null>(null);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const card = useRef<HTMLDivElement>(null);
  const hasChanged = useRef(false);
  const entry = entryInForce(answer.data?.entries ?? [], place);
  const agent = agentOf(answer.data?.agents ?? [], { agentId });
  const settings = Object.entries(entry?.settings ?? {}).sort(([one], [other]) => one.localeCompare(other));
  const free = agent.options.filter(({ name }) => entry?.settings[name] === undefined);

  // Which options there are has to be known first.
  const isReady = answer.data !== undefined;
  const canAdd = free.length > 0;
  useEffect(() => {
    if (!isAsked || !isReady) return;
    onTaken();
    card.current?.scrollIntoView({ block: 'nearest' });
    if (canAdd) setOpen('');
  }, [isAsked, isReady, canAdd, onTaken]);

  // What was pressed goes with its row, or with the empty state: the focus stays in the card.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the list of settings and the dialog
  useEffect(() => {
    if (!hasChanged.current || document.activeElement !== document.body) return;
    hasChanged.current = false;
    card.current?.querySelector<HTMLElement>('button[data-opener]')?.focus();
  }, [settings.length, open]);

  function remove(name: string): void {
    if (entry === null) return;
    const { service, environment } = entry;
    hasChanged.current = true;
    unset.mutate(
      { service, environment, keys: [name] },
      {
        onError: () => {
          hasChanged.current = false;
        },
        onSuccess: (done) => {
          setNotes(done.notes);
          announceVisibly(`${name} is no longer set.`);
        },
      },
    );
  }

  const add = (
    <Button data-opener="" onClick={() => setOpen('')}>
      Set an option
    </Button>
  );

  return (
    <div ref={card}>
      <Card isFlush title="Central configuration" aside={settings.length > 0 && free.length > 0 ? add : undefined}>
        {answer.error !== null && <Problem problem={answer.error} />}
        {unset.error !== null && <Problem problem={unset.error} />}
        {answer.data !== undefined && settings.length === 0 && (
          <Empty title="Nothing is set for this service" actions={add}>
            Its agent goes by its own settings. Set an option here, such as <code>transaction_sample_rate</code>, and
            the agent takes it over while it runs, the next time it asks.
          </Empty>
        )}
        {entry !== null && (
          <ul>
            {settings.map(([name, value]) => (
              <CentralRow
                key={name}
                name={name}
                value={value}
                option={agent.options.find((option) => option.name === name)}
                state={centralState(entry, name, place, agent.tagMeans)}
                onEdit={() => setOpen(name)}
                onRemove={isOwn(entry) ? () => remove(name) : null}
                isRemoving={unset.isPending && unset.variables.keys?.includes(name) === true}
              />
            ))}
          </ul>
        )}
        {entry !== null && (
          <div className={styles.words}>
            <p>{centralScope(entry, place)}</p>
            <p>{centralWords(agent)}</p>
          </div>
        )}
        <div className={styles.notes} role="status">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      </Card>
      {open !== null && (
        <CentralDialog
          place={place}
          entry={entry}
          options={agent.options}
          name={open}
          onDone={(done) => {
            hasChanged.current = open === '';
            setNotes(done);
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
