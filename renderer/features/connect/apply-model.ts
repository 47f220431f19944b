import type { AgentSummary, ProcedureInput, ProcedureOutput, WiringPlace } from '../../../main/contract/index.ts';
import { addressOf } from '../../app/router.ts';
import type { Choice } from './model.ts';

type Project = ProcedureOutput<'project.list'>['projects'][number];

/** Whether Sealwire writes into any file for an agent: pages and apps of devices are wired in program code alone, which it does not change. */
export function canApply({ runsIn }: AgentSummary): boolean {
  return runsIn === 'process';
}

/** Where the dialog that applies the wiring of a choice is open. */
export function applyAddress(agent: string, choice: Partial<Choice>): string {
  return addressOf(`/connect/${agent}`, { ...choice, do: 'apply' });
}

/** The folders of the projects that use an agent, the chosen one first. */
export function foldersFor(projects: readonly Project[], agent: string, chosen: string): string[] {
  const found = projects.filter((project) => project.agent === agent).map(({ folder }) => folder);
  return [...new Set([...(chosen === '' ? [] : [chosen]), ...found])];
}

/** The file that is proposed: the first into which everything can go. */
export function proposed(places: readonly WiringPlace[]): WiringPlace | undefined {
  return places.find(isOpen) ?? places[0];
}

/** Another file that can be written as it is, for one that cannot. */
export function insteadOf(places: readonly WiringPlace[], { path }: WiringPlace): WiringPlace | undefined {
  return places.find((place) => place.path !== path && isOpen(place));
}

function isOpen({ token }: WiringPlace): boolean {
  return token === 'none' || token === 'kept';
}

const TOKEN_WORDS: Readonly<Record<WiringPlace['token'], string>> = {
  none: 'no token goes into it',
  kept: 'holds the token, and no commit takes it along',
  committable: 'would hold the token, and git does not ignore it yet',
  tracked: 'would hold the token, and git commits it',
};

/** What choosing a file means, in a line. */
export function placeWords({ exists, token }: WiringPlace): string {
  return `${exists ? 'Is there' : 'Is made'}; ${TOKEN_WORDS[token]}.`;
}

/** The service of a Compose file that is meant: the only one, or one called like the service or the folder; empty where the person has to say. */
export function entryFor({ entries, path }: WiringPlace, service: string): string {
  const folder = path.split(/[\\/]/).at(-2) ?? '';
  return (entries.length === 1 ? entries[0] : [service, folder].find((name) => entries.includes(name))) ?? '';
}

/** The request to show the change to a file. */
export function applyInput(
  agent: string,
  { framework, service, environment, version }: Choice,
  { place, entry, ignore }: { readonly place: WiringPlace; readonly entry: string; readonly ignore: boolean },
): ProcedureInput<'agent.apply'> {
  return {
    agent,
    as: place.as,
    to: place.path,
    service,
    ignore,
    ...(framework === '' ? {} : { framework }),
    ...(version === '' ? {} : { agentVersion: version }),
    ...(environment === '' ? {} : { environment }),
    ...(entry === '' ? {} : { entry }),
  };
}

/** One line of a difference. */
export interface DiffLine {
  readonly kind: 'added' | 'removed' | 'same' | 'gap';
  readonly text: string;
}

/** What becomes of one file. */
export interface FileDiff {
  readonly path: string;
  readonly isNew: boolean;
  readonly lines: readonly DiffLine[];
}

/** A unified difference of one or more files, taken apart for the eye. Between two stretches stands a gap with the line at which the next begins. */
export function fileDiffs(diff: string): FileDiff[] {
  return diff
    .split(/^(?=--- )/m)
    .filter((part) => part.startsWith('--- '))
    .map((part) => {
      const [before = '', after = '', ...rest] = part.replace(/\n$/, '').split('\n');
      return {
        path: after.replace(/^\+\+\+ /, '').replace(/\t.*$/, ''),
        isNew: before.startsWith('--- /dev/null'),
        lines: rest.flatMap(lineOf),
      };
    });
}

function lineOf(line: string): DiffLine[] {
  // "\ No newline at end of file" is about the file and no line of it.
  if (line.startsWith('\\')) return [];
  const stretch = /^@@ -\S+ \+(\d+)/.exec(line);
  if (stretch !== null) return [{ kind: 'gap', text: stretch[1] ?? '' }];
  const kind = line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : 'same';
  return [{ kind, text: line.slice(1) }];
}
