import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './command.ts';

/** A bundle has no folder to list: its build names the commands here. */
declare const SEALWIRE_COMMANDS: readonly string[] | undefined;

/** Every command, as it is typed: `token show` is the file `commands/token/show.ts`. Sorted. */
export function commandNames(): readonly string[] {
  if (typeof SEALWIRE_COMMANDS !== 'undefined') return SEALWIRE_COMMANDS;
  return readdirSync(join(import.meta.dirname, 'commands'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length).split(/[\\/]/).join(' '))
    .sort();
}

/** Loads the one command; nothing else of the command line is read from disk for it. */
export async function loadCommand(name: string): Promise<Command> {
  const path = name.replaceAll(' ', '/');
  const loaded: Command = await import(/* @vite-ignore */ `./commands/${path}.ts`);
  return loaded;
}
