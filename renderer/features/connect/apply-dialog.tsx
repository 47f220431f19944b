import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { AgentSummary, ProcedureOutput, WiringPlace } from '../../../main/contract/index.ts';
import { useAct, useAnswer } from '../../bridge/procedure.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import { RadioRows } from '../../ui/radio-rows.tsx';
import styles from './apply.module.css';
import { ApplyChange } from './apply-change.tsx';
import { ApplyDone } from './apply-done.tsx';
import { ApplyFolder } from './apply-folder.tsx';
import { applyInput, entryFor, foldersFor, placeWords, proposed } from './apply-model.ts';
import type { Choice } from './model.ts';

interface ApplyDialogProps {
  readonly agent: AgentSummary;
  readonly choice: Choice;
  readonly app: ProcedureOutput<'app.info'>;
  readonly onClose: () => void;
}

/** Which project, which file, what becomes of it; then it is written, and what is left to do is said. */
export function ApplyDialog({ agent, choice, app, onClose }: ApplyDialogProps): ReactElement {
  const projects = useAnswer('project.list', { folders: choice.folder === '' ? [] : [choice.folder] });
  const folders = foldersFor(projects.data?.projects ?? [], agent.id, choice.folder);
  const [named, setNamed] = useState<string | null>(null);
  const folder = named ?? folders[0] ?? '';

  const asked = useAct('agent.places');
  const { mutate: ask } = asked;
  const { framework } = choice;
  useEffect(() => {
    if (folder !== '') ask({ agent: agent.id, folder, ...(framework === '' ? {} : { framework }) });
  }, [ask, agent.id, folder, framework]);
  const places = asked.isSuccess && folder !== '' ? asked.data.places : [];

  const [picked, setPicked] = useState<string | null>(null);
  const place = places.find(({ path }) => path === picked) ?? proposed(places);
  const [chosenEntry, setChosenEntry] = useState<string | null>(null);
  const entry = place === undefined ? '' : (chosenEntry ?? entryFor(place, choice.service));
  const [ignored, setIgnored] = useState<string | null>(null);
  const ignore = place !== undefined && ignored === place.path;

  const preview = useAct('agent.apply');
  const { mutate: show, reset: forget } = preview;
  const needsEntry = place !== undefined && place.entries.length > 1 && entry === '';
  const wish = place === undefined || needsEntry ? null : applyInput(agent.id, choice, { place, entry, ignore });
  const asText = JSON.stringify(wish);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wish is made anew with each picture, and asked for when it says something else
  useEffect(() => {
    if (wish === null) forget();
    else show(wish);
  }, [asText, show, forget]);

  const written = useAct('agent.apply');
  const end = useRef<HTMLButtonElement>(null);
  const isWritten = written.data?.applied === true;
  useEffect(() => {
    if (isWritten) end.current?.focus();
  }, [isWritten]);

  if (written.data?.applied === true) {
    return (
      <Modal title="It is written" isWide onClose={onClose}>
        <ApplyDone done={written.data} />
        <ModalActions>
          <Button ref={end} kind="primary" onClick={onClose}>
            Watch it climb
          </Button>
        </ModalActions>
      </Modal>
    );
  }

  const change = wish === null ? undefined : preview.data;
  return (
    <Modal title={`Write the wiring into a file of your project`} isWide onClose={onClose}>
      <ApplyFolder folders={folders} folder={folder} onChoose={setNamed} />
      {asked.error !== null && <Problem problem={asked.error} />}
      {places.length > 0 && place !== undefined && (
        <RadioRows
          legend="Which file"
          rows={places.map((each) => ({ value: each.path, title: each.name, hint: placeWords(each) }))}
          value={place.path}
          isGrid={places.length > 2}
          onChoose={(path) => {
            setPicked(path);
            setChosenEntry(null);
            written.reset();
          }}
        />
      )}
      {asked.isSuccess && places.length === 0 && (
        <p className={styles.quiet}>
          There is no file in {folder} that Sealwire writes for {agent.title}. Copy the lines instead, or name another
          folder.
        </p>
      )}
      {place !== undefined && place.entries.length > 1 && (
        <SelectField
          label="Which service of this file is it"
          value={entry}
          onChange={(event) => setChosenEntry(event.target.value)}
        >
          {entry === '' && <option value="">Choose one</option>}
          {place.entries.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </SelectField>
      )}
      {place !== undefined && !needsEntry && (
        <ApplyChange
          preview={preview}
          place={place}
          places={places}
          choice={choice}
          command={app.command}
          onPick={setPicked}
          onIgnore={() => setIgnored(place.path)}
        />
      )}
      {written.error !== null && (
        <Problem problem={written.error}>
          <Button
            onClick={() => {
              written.reset();
              if (wish !== null) show(wish);
            }}
          >
            Look again
          </Button>
        </Problem>
      )}
      <ModalActions>
        <Button onClick={onClose}>Change nothing</Button>
        <Button
          kind="primary"
          isBusy={written.isPending}
          disabled={change === undefined || change.diff === '' || !preview.isSuccess}
          onClick={() => {
            if (wish !== null && change !== undefined) written.mutate({ ...wish, agreed: true, seen: change.seen });
          }}
        >
          {writingWords(place, ignore)}
        </Button>
      </ModalActions>
    </Modal>
  );
}

function writingWords(place: WiringPlace | undefined, ignore: boolean): string {
  if (place === undefined) return 'Write it';
  return ignore ? `Ignore ${place.name} in git and write it` : `Write into ${place.name}`;
}
