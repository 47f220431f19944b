import type { Fix } from '../../contract/index.ts';
import type { Shell } from '../agents/definition.ts';
import { SHELLS, sealwireLine } from '../agents/shell-dialect.ts';
import { command, type Speaker, settingName } from './dialect.ts';

/** Compares the file that a variable names with ours, where the application is started. */
const COMPARE: Readonly<Record<Shell, (variable: string, file: string) => string>> = {
  bash: (variable, file) => `cmp "$${variable}" ${file}`,
  fish: (variable, file) => `cmp "$${variable}" ${file}`,
  pwsh: (variable, file) => `Compare-Object (Get-Content $env:${variable}) (Get-Content ${file})`,
  cmd: (variable, file) => `fc "%${variable}%" ${file}`,
};

/** The options that Java really starts with, those of JAVA_TOOL_OPTIONS included. */
const SHOW_TRUSTSTORE: Readonly<Record<Shell, string>> = {
  bash: 'java -XshowSettings:properties -version 2>&1 | grep trustStore',
  fish: 'java -XshowSettings:properties -version 2>&1 | grep trustStore',
  pwsh: 'java -XshowSettings:properties -version 2>&1 | Select-String trustStore',
  cmd: 'java -XshowSettings:properties -version 2>&1 | findstr trustStore',
};

/**
 * The one thing to look at where the endpoint cannot tell on its own: no authority given, a file that cannot be read, and a file of another authority all end a connection in the same way. Empty for a
 * client that nobody knows.
 */
export function trustObservation(speaker: Speaker): readonly Fix[] {
  const { definition, wiring } = speaker;
  if (definition === null) return [];
  const variable = definition.settings.find((each) => each.env !== null && each.env === settingName(speaker, 'caFile'));
  if (variable?.env != null) {
    return [
      command(
        `Which of these it is, this tells where the application is started: an error says that ${variable.env} is not set or names no file, a difference that it is another authority’s, and nothing that it is right and the application has to be restarted.`,
        COMPARE[wiring.shell](variable.env, SHELLS[wiring.shell].argument(wiring.caFile)),
      ),
    ];
  }
  if (definition.id === 'java') {
    return [
      command(
        'Which of these it is, this tells where the application is started: with no line, Java was given no truststore; else it names the file, which has to be there and to hold the authority.',
        SHOW_TRUSTSTORE[wiring.shell],
      ),
    ];
  }
  return [
    command(
      'Which of these it is, this tells: it looks into every store of this machine for the authority.',
      sealwireLine(wiring, 'trust check'),
    ),
  ];
}
