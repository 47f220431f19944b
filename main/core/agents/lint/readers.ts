import type { Reader } from './reader.ts';
import { agentYaml } from './readers/agent-yaml.ts';
import { cmdShell } from './readers/cmd-shell.ts';
import { compose } from './readers/compose.ts';
import { dockerfile } from './readers/dockerfile.ts';
import { dotenv } from './readers/dotenv.ts';
import { fishShell } from './readers/fish-shell.ts';
import { go } from './readers/go.ts';
import { ini } from './readers/ini.ts';
import { javascript } from './readers/javascript.ts';
import { json } from './readers/json.ts';
import { kubernetes } from './readers/kubernetes.ts';
import { posixShell } from './readers/posix-shell.ts';
import { powershell } from './readers/powershell.ts';
import { properties } from './readers/properties.ts';
import { python } from './readers/python.ts';
import { systemd } from './readers/systemd.ts';

/** Every format that is read. The first that a file's name matches reads it; a text without a name goes to the first that finds the most in it. */
export const READERS: readonly Reader[] = [
  dotenv,
  posixShell,
  fishShell,
  powershell,
  cmdShell,
  dockerfile,
  compose,
  agentYaml,
  kubernetes,
  ini,
  systemd,
  properties,
  json,
  javascript,
  python,
  go,
];
