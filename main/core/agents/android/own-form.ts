import type { Block, Framework, Wiring } from '../definition.ts';
import { typed } from '../forms/env.ts';
import { hasToken } from '../forms/variables.ts';
import { quoteJava } from '../quote/java.ts';
import { quoteKotlin } from '../quote/kotlin.ts';
import { sealwireLine } from '../shell-dialect.ts';
import { fillTemplate } from '../template.ts';
import { seenFromEmulator } from './emulator.ts';

/** Where what is only for debug builds lies: a release never trusts the authority of a developer. */
export const DEBUG_FOLDER = 'app/src/debug';

/** The line that writes the authority and the network security configuration for the debug build. */
export function exportLine(wiring: Wiring): string {
  return sealwireLine(wiring, `cert export ca --format android --out ${DEBUG_FOLDER}`);
}

/** The authority comes first: without it nothing else can work. */
export function setUp(_as: string, _framework: Framework, wiring: Wiring): readonly Block[] {
  return [{ title: 'Let the debug build trust the authority', ...typed(exportLine(wiring)) }];
}

/** The plugin, the debug build's part of the manifest, and the application that starts the agent. */
export function ownForm(as: string, framework: Framework, wiring: Wiring): readonly Block[] | null {
  if (as !== 'code') return null;
  const isJava = framework.id === 'java';
  const quote = isJava ? quoteJava : quoteKotlin;
  const seen = seenFromEmulator(wiring);
  const fillings = {
    VERSION: wiring.agentVersion,
    URL: quote(seen.url),
    SERVICE: quote(wiring.service),
    ENVIRONMENT: wiring.environment === null ? null : quote(wiring.environment),
    TOKEN: 'ELASTIC_APM_SECRET_TOKEN',
    // What stands for nothing, in a line that is there only with a token.
    TOKEN_LINE: hasToken(wiring) ? '' : null,
  };
  const piece = (template: string, title: string, path: string, language: string): Block => ({
    title,
    path,
    language,
    content: fillTemplate(`android/${template}`, fillings),
    isCommand: false,
  });
  return [
    piece(
      'manifest.xml',
      'Name the configuration in the manifest of the debug build',
      `${DEBUG_FOLDER}/AndroidManifest.xml`,
      'xml',
    ),
    piece(
      hasToken(wiring) ? 'build.gradle.kts' : 'open.gradle.kts',
      'Add the plugin',
      'app/build.gradle.kts',
      'kotlin',
    ),
    isJava
      ? piece('App.java', 'Start the agent in the application', 'app/src/main/java/App.java', 'java')
      : piece('App.kt', 'Start the agent in the application', 'app/src/main/java/App.kt', 'kotlin'),
  ];
}
