import type { OptionMeta } from './command.ts';

/** Options that every command takes (design: "Command line"). */
export const GLOBAL_OPTIONS = {
  json: { kind: 'flag', help: 'Print JSON, errors too' },
  workspace: { kind: 'value', value: 'NAME', help: 'Workspace to work in' },
  home: { kind: 'value', value: 'DIR', help: 'Data folder (also SEALWIRE_HOME)' },
  'dry-run': { kind: 'flag', help: 'Say what would be done, and do nothing' },
  yes: { kind: 'flag', help: 'Do not ask for confirmation' },
  help: { kind: 'flag', help: 'Show this help' },
} as const satisfies Readonly<Record<string, OptionMeta>>;
