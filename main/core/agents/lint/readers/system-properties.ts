import { quoteJavaOption } from '../../quote/java-options.ts';
import { readAs } from '../read-as.ts';
import type { WrittenSetting } from '../written-setting.ts';

/** Properties of the agents that run in Java; those of Java's own truststore are not an agent's. */
const PROPERTY = /-D((?:elastic\.apm|elastic\.otel|otel)\.[\w.-]+)=("[^"\n]*"|'[^'\n]*'|[^\s"'\\<]*)/g;
const PREFIX = 'elastic.apm.';

/**
 * `-D` options of a Java wherever they stand in a text: a command line, JAVA_TOOL_OPTIONS, CATALINA_OPTS, an image's CMD. They belong to the process of the variable
 * among `around` that holds them.
 */
export function systemProperties(text: string, around: readonly WrittenSetting[]): readonly WrittenSetting[] {
  return [...text.matchAll(PROPERTY)].map((match) => {
    const [, name = '', written = ''] = match;
    const start = match.index + '-D'.length;
    const at = start + name.length + 1;
    const holder = around.find(({ valueSpan }) => valueSpan.start <= match.index && match.index < valueSpan.end);
    const value = written.replace(/^(["'])(.*)\1$/, '$2');
    const isElastic = name.startsWith(PREFIX);
    return readAs({
      name,
      lookup: isElastic ? name.slice(PREFIX.length) : name.replaceAll(/[.-]/g, '_').toUpperCase(),
      kind: isElastic ? 'own' : 'variable',
      form: 'system-property',
      agents: isElastic ? ['java'] : [],
      value: /[$`]/.test(value) ? null : value,
      nameSpan: { start, end: start + name.length },
      valueSpan: { start: at, end: at + written.length },
      wholeSpan: { start: match.index, end: at + written.length },
      scope: holder?.scope ?? '',
      inContainer: holder?.inContainer ?? false,
      quote: quoteJavaOption,
      spell: (real) => (isElastic ? `${PREFIX}${real}` : real.toLowerCase().replaceAll('_', '.')),
    });
  });
}
