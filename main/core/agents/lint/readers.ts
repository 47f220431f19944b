import type { Reader } from './reader.ts';
import { agentYaml } from './readers/agent-yaml.ts';
import { cmdShell } from './readers/cmd-shell.ts';
import { compose } from './readers/compose.ts';
import { dockerfile } from './readers/dockerfile.ts';
import { dotenv } from './readers/dotenv.ts';
import { fishShell } from './readers/fish-shell.ts';
import { go } from './readers/go.ts';
import { gradle } from './readers/gradle.ts';
import { ini } from './readers/ini.ts';
import { javascript } from './readers/javascript.ts';
import { json } from './readers/json.ts';
import { kotlin } from './readers/kotlin.ts';
import { kubernetes } from './readers/kubernetes.ts';
import { launchd } from './readers/launchd.ts';
import { maven } from './readers/maven.ts';
import { posixShell } from './readers/posix-shell.ts';
import { powershell } from './readers/powershell.ts';
import { procfile } from './readers/procfile.ts';
import { properties } from './readers/properties.ts';
import { python } from './readers/python.ts';
import { ruby } from './readers/ruby.ts';
import { swift } from './readers/swift.ts';
import { systemd } from './readers/systemd.ts';
import { webConfig } from './readers/web-config.ts';

/** Every format that is read. Of those that a file's name matches, and of all for a text without a name, the first that finds the most reads it. */
export const READERS: readonly Reader[] = [
  dotenv,
  posixShell,
  procfile,
  fishShell,
  powershell,
  cmdShell,
  dockerfile,
  compose,
  agentYaml,
  kubernetes,
  ini,
  systemd,
  launchd,
  properties,
  json,
  javascript,
  python,
  go,
  ruby,
  swift,
  kotlin,
  gradle,
  maven,
  webConfig,
];
