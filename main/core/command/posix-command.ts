import { posix } from 'node:path';
import { z } from 'zod';
import { endOfLinks } from '../host/end-of-links.ts';
import type { Host } from '../host/host.ts';
import { NOTHING_LEFT, ownSteps } from '../ledger/plan-undo.ts';
import { commandPath, shellAdvice, whyNotLasting } from './command-facts.ts';
import type { CommandOnPath } from './command-on-path.ts';
import { emptyFolderLines, foldersToMake, removeEmptyFolders } from './made-folders.ts';

const KIND = 'command-link';
const linkChange = z.looseObject({
  kind: z.literal(KIND),
  path: z.string(),
  target: z.string(),
  madeFolders: z.array(z.string()),
});

/** Linux and macOS: a symbolic link to the program's own script, which follows it back to where it lies. */
export function posixCommand(
  host: Pick<Host, 'platform' | 'env' | 'homeFolder' | 'disk'>,
  program: string,
): CommandOnPath {
  const { disk } = host;
  const path = commandPath(host);
  const folder = posix.dirname(path);
  const existing = (): string | null =>
    [...(host.env.PATH ?? '').split(':').filter(posix.isAbsolute), folder]
      .map((each) => posix.join(each, 'sealwire'))
      .find((each) => endOfLinks(host, each) === program) ?? null;

  return {
    kind: KIND,
    look: async () => {
      const there = existing();
      const sight = { program, plan: [], problem: null };
      const advice = shellAdvice(host, folder);
      if (there !== null) return { ...sight, state: 'installed', path: there, advice: there === path ? advice : null };
      const lasting = whyNotLasting(program);
      if (lasting !== null) return { ...sight, state: 'impossible', path, advice: null, problem: lasting };
      const target = disk.linkTarget(path);
      if (target !== null || disk.facts(path) !== null) {
        const what = target === null ? 'is there already' : `leads to ${target}`;
        const problem = {
          message: `${path} ${what}, and it was not put there by this Sealwire.`,
          fix: 'Undo it in Activity where an earlier Sealwire made it, or move it away; then look again.',
        };
        return { ...sight, state: 'foreign', path, advice: null, problem };
      }
      const made = foldersToMake(host, folder).reverse();
      const plan = [
        ...made.map((each) => `Make the folder ${each}`),
        `Make the link ${path}, which leads to ${program}`,
      ];
      return { ...sight, state: 'absent', path, plan, advice };
    },
    intend: async () => ({ kind: KIND, path, target: program, madeFolders: foldersToMake(host, folder) }),
    make: async (change) => {
      const { path: at, target } = linkChange.parse(change);
      disk.makeFolder(posix.dirname(at), 0o755);
      disk.link(target, at);
    },
    planUndo: async (change) => {
      const { path: at, target, madeFolders } = linkChange.parse(change);
      const found = disk.linkTarget(at);
      const isGone = found === null && disk.facts(at) === null;
      const link =
        found === target
          ? `Remove the link ${at}, which leads to ${target}`
          : isGone
            ? NOTHING_LEFT
            : `Leave ${at} as it is, because it is not what Sealwire left there any more`;
      return ownSteps({
        does: [link, ...emptyFolderLines(host, madeFolders)],
        files: found === target ? [{ path: at, change: 'remove' }] : [],
        seen: String(found ?? disk.facts(at)?.bytes ?? ''),
      });
    },
    undo: async (change) => {
      const { path: at, target, madeFolders } = linkChange.parse(change);
      const found = disk.linkTarget(at);
      if (found === target) disk.remove(at);
      removeEmptyFolders(host, madeFolders);
      if (found === target) return `The link ${at} is taken away.`;
      return found === null && disk.facts(at) === null
        ? `The link ${at} was gone already.`
        : `${at} is not what Sealwire left there any more, so it stays as it is.`;
    },
  };
}
