import type { Framework, Wiring } from '../definition.ts';
import { hasToken } from '../forms/variables.ts';
import { quoteJavaOption } from '../quote/java-options.ts';
import { SHELLS } from '../shell-dialect.ts';
import { buildKind, buildLine } from './java-build.ts';
import { placesIn } from './places.ts';
import { systemProperty } from './system-property.ts';

/** The variable that every JVM reads, however it is started. */
export const OPTIONS = 'JAVA_TOOL_OPTIONS';

const TOKEN = 'ELASTIC_APM_SECRET_TOKEN';

/** The agent cannot be told of an authority; the Java that it runs in can, and then trusts nothing else but what is in that file (reference/agents.md §1.2, §3). */
export function trust(wiring: Wiring): readonly (readonly [string, string])[] {
  return [[OPTIONS, quoteJavaOption(truststoreOption(placesIn(wiring).truststore))]];
}

export function truststoreOption(path: string): string {
  return `-Djavax.net.ssl.trustStore=${path}`;
}

/** Options that load the agent and make its Java trust the authority. */
export function javaOptions(jar: string, truststore: string): string[] {
  return [`-javaagent:${jar}`, truststoreOption(truststore)];
}

/** Everything that wires the agent and loads it, in the order in which it is shown. */
export function environment(wiring: Wiring): readonly (readonly [string, string])[] {
  const { jar, truststore } = placesIn(wiring);
  return [
    ['ELASTIC_APM_SERVER_URL', wiring.url],
    ...(hasToken(wiring) ? [[TOKEN, wiring.token] as const] : []),
    ['ELASTIC_APM_SERVICE_NAME', wiring.service],
    ...(wiring.environment === null ? [] : [['ELASTIC_APM_ENVIRONMENT', wiring.environment] as const]),
    [OPTIONS, javaOptions(jar, truststore).map(quoteJavaOption).join(' ')],
  ];
}

/** What names the server and the application: everything but the token and what loads the agent. */
export function ownVariables(wiring: Wiring): readonly (readonly [string, string])[] {
  return environment(wiring).filter(([name]) => name !== OPTIONS && name !== TOKEN);
}

/** The command typed in a shell: `java` is given its options directly, so that no other Java program of that shell loads the agent. */
export function startLine(as: string, framework: Framework, wiring: Wiring): string {
  if (as === 'gradle' || as === 'maven') {
    return buildLine(as, buildKind(framework.id), wiring.shell === 'pwsh' || wiring.shell === 'cmd');
  }
  const { jar, truststore } = placesIn(wiring);
  const all = as === 'code' ? [truststoreOption(truststore)] : javaOptions(jar, truststore);
  if (as === 'options') all.push(...ownVariables(wiring).map(systemProperty));
  const shell = SHELLS[wiring.shell];
  if (framework.start.startsWith('java ')) {
    const words = all.map((option) => shell.argument(option));
    if (as !== 'options') return framework.start.replace(/^java/, () => ['java', ...words].join(' '));
    return shell.join(['java', ...words, framework.start.replace(/^java /, '')]);
  }
  // Tomcat's script hands this on to the server alone, not to the one that stops it; it splits it at spaces without regard to quotes.
  return shell.withVariable('CATALINA_OPTS', all.join(' '), framework.start);
}
