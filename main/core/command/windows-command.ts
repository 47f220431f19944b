import { win32 } from 'node:path';
import { z } from 'zod';
import { fingerprintOf } from '../apply/file-text.ts';
import type { Host } from '../host/host.ts';
import { NOTHING_LEFT, ownSteps } from '../ledger/plan-undo.ts';
import { commandPath } from './command-facts.ts';
import type { CommandOnPath } from './command-on-path.ts';
import { emptyFolderLines, foldersToMake, removeEmptyFolders } from './made-folders.ts';
import { isInPath, readUserPath, withFolder, withoutFolder, writeUserPath } from './user-path.ts';

const KIND = 'command-script';
const scriptChange = z.looseObject({
  kind: z.literal(KIND),
  path: z.string(),
  content: z.string(),
  madeFolders: z.array(z.string()),
  /** Whether the folder was not yet in the person's PATH, so that it is ours to take out. */
  addsFolder: z.boolean(),
});

/** Windows: a script that starts the program's own one, in a folder that is added to the person's PATH. */
export function windowsCommand(
  host: Pick<Host, 'platform' | 'env' | 'homeFolder' | 'disk' | 'exec'>,
  program: string,
): CommandOnPath {
  const { disk } = host;
  const path = commandPath(host);
  const folder = win32.dirname(path);
  const content = scriptFor(host.env, program);

  return {
    kind: KIND,
    look: async () => {
      const sight = { path, program, plan: [], advice: null, problem: null };
      if (!isPlain(content)) {
        const problem = {
          message: `The path ${program} has letters that a Windows script cannot name reliably.`,
          fix: 'Install Sealwire in a folder whose path has plain letters alone.',
        };
        return { ...sight, state: 'impossible', problem };
      }
      const there = disk.read(path)?.toString() ?? null;
      if (there !== null && there !== content) {
        const problem = {
          message: `${path} is there already, and it was not put there by this Sealwire.`,
          fix: 'Undo it in Activity where an earlier Sealwire made it, or move it away; then look again.',
        };
        return { ...sight, state: 'foreign', problem };
      }
      const isFound = isInPath((await readUserPath(host)).value, folder);
      if (there !== null && isFound) return { ...sight, state: 'installed' };
      const plan = [
        ...foldersToMake(host, folder)
          .reverse()
          .map((each) => `Make the folder ${each}`),
        ...(there === null ? [`Write the file ${path}, which starts ${program}`] : []),
        ...(isFound ? [] : [`Add ${folder} to the end of your own PATH; the PATH of other people stays as it is`]),
      ];
      return { ...sight, state: 'absent', plan };
    },
    intend: async () => ({
      kind: KIND,
      path,
      content,
      madeFolders: foldersToMake(host, folder),
      addsFolder: !isInPath((await readUserPath(host)).value, folder),
    }),
    make: async (change) => {
      const { path: at, content: text } = scriptChange.parse(change);
      disk.makeFolder(win32.dirname(at), 0o755);
      if (disk.read(at) === null) disk.create(at, Buffer.from(text), 0o755);
      const before = await readUserPath(host);
      if (!isInPath(before.value, win32.dirname(at)))
        await writeUserPath(host, before, withFolder(before.value, win32.dirname(at)));
    },
    planUndo: async (change) => {
      const { path: at, content: text, madeFolders, addsFolder } = scriptChange.parse(change);
      const found = disk.read(at)?.toString() ?? null;
      const before = (await readUserPath(host)).value;
      const seen = fingerprintOf(Buffer.from(`${found ?? ''}\0${before ?? ''}`));
      if (found !== null && found !== text) {
        const does = [`Leave ${at} and your PATH as they are, because it is not what Sealwire left there any more`];
        return ownSteps({ does, files: [], seen });
      }
      const takesFolder = addsFolder && isInPath(before, win32.dirname(at));
      const does = [
        ...(takesFolder ? [`Take ${win32.dirname(at)} out of your own PATH`] : []),
        ...(found === null ? [] : [`Remove ${at}`]),
        ...emptyFolderLines(host, madeFolders),
      ];
      const files = found === null ? [] : [{ path: at, change: 'remove' as const }];
      return ownSteps({ does: does.length === 0 ? [NOTHING_LEFT] : does, files, seen });
    },
    undo: async (change) => {
      const { path: at, content: text, madeFolders, addsFolder } = scriptChange.parse(change);
      const found = disk.read(at)?.toString() ?? null;
      const isForeign = found !== null && found !== text;
      // What somebody else put there would not be found any more without its folder.
      if (isForeign) return `${at} is not what Sealwire left there any more, so it and your PATH stay as they are.`;
      const before = await readUserPath(host);
      if (addsFolder && before.value !== null && isInPath(before.value, win32.dirname(at)))
        await writeUserPath(host, before, withoutFolder(before.value, win32.dirname(at)));
      if (found !== null) disk.remove(at);
      removeEmptyFolders(host, madeFolders);
      return found === null ? `${at} was gone already.` : `${at} and its place in your PATH are taken away.`;
    },
  };
}

/**
 * The script. Folders of the person are named by their variables, because a script is read in the console's own code page, where a user's name may not
 * be what it was; a percent sign is doubled, or it would start a variable. The last line is not called, so its exit code is the script's.
 */
function scriptFor(env: Host['env'], program: string): string {
  const named = ['LOCALAPPDATA', 'APPDATA', 'USERPROFILE'].flatMap((name) => {
    const folder = env[name];
    return folder !== undefined && program.toLowerCase().startsWith(`${folder.toLowerCase()}\\`)
      ? [`%${name}%${program.slice(folder.length).replaceAll('%', '%%')}`]
      : [];
  });
  const start = named[0] ?? program.replaceAll('%', '%%');
  return `@echo off\r\nrem Made by Sealwire: starts the Sealwire of this machine.\r\n"${start}" %*\r\n`;
}

function isPlain(text: string): boolean {
  return /^[\x20-\x7e\r\n]*$/.test(text);
}
