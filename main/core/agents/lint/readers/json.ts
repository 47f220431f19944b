import { isMap, isScalar } from 'yaml';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';
import type { WrittenSetting } from '../written-setting.ts';
import { systemProperties } from './system-properties.ts';
import { isTextScalar, scalarText, spanOf, type YamlEntry, yamlEntries } from './yaml-tree.ts';
import { yamlVariables } from './yaml-variables.ts';

const SECTION = 'ElasticApm';
const VARIABLES = /^(environmentVariables|environment|env)$/i;
const HABITS = {
  inContainer: false,
  quote: (value: string): string => JSON.stringify(value),
  isComputed: (value: string): boolean => /\$\{/.test(value),
};

/** `appsettings.json` of ASP.NET Core, and JSON that holds an environment: launch settings, tasks of ECS. JSON with comments is taken as well. */
export const json: Reader = {
  id: 'json',
  title: 'a JSON file of settings',
  matches: (name) => /\.jsonc?$/.test(name) && !/^(package-lock|npm-shrinkwrap|tsconfig.*|composer)\.json$/.test(name),
  read: (text) => {
    const clean = withoutComments(text);
    if (!/^\s*[{[]/.test(clean)) return [];
    // YAML holds JSON, but for tabs before a key; a space in the place of each keeps every offset.
    const entries = yamlEntries(clean.replaceAll('\t', ' '));
    const found = entries.flatMap((entry) =>
      // The agent has a setting of that name, which is no map.
      VARIABLES.test(entry.key) && !isScalar(entry.value)
        ? yamlVariables(clean, entry, entry.path.join('.'), HABITS).map((each) => ({
            ...each,
            wholeSpan: property(text, each),
          }))
        : (dotnetSetting(text, entry) ?? []),
    );
    return [...found, ...systemProperties(clean, found)];
  },
};

function dotnetSetting(text: string, { key, keyNode, value, path }: YamlEntry): WrittenSetting | null {
  const isFlat = key.startsWith(`${SECTION}:`);
  if (!isFlat && path.at(-1)?.toLowerCase() !== SECTION.toLowerCase()) return null;
  const [nameSpan, valueSpan] = [spanOf(keyNode), spanOf(value)];
  const said = scalarText(value);
  if (isMap(value) || nameSpan === null || valueSpan === null || said === null) return null;
  const skip = 1 + (isFlat ? SECTION.length + 1 : 0);
  const setting = readAs({
    name: key,
    lookup: isFlat ? key.slice(SECTION.length + 1) : key,
    kind: 'own',
    form: 'file',
    agents: ['dotnet'],
    value: said,
    isText: isTextScalar(value),
    nameSpan: { start: nameSpan.start + skip, end: nameSpan.end - 1 },
    valueSpan,
    quote: HABITS.quote,
    spell: (real) => real.replace(/^ElasticApm:/, ''),
  });
  return { ...setting, wholeSpan: property(text, setting) };
}

/** A property with the comma behind it, or before it where it is the last one. */
function property(text: string, { nameSpan, valueSpan }: WrittenSetting): { start: number; end: number } {
  const start = text.lastIndexOf('"', nameSpan.start);
  const after = /^\s*,/.exec(text.slice(valueSpan.end, valueSpan.end + 200))?.[0];
  if (after !== undefined) {
    const line = text.lastIndexOf('\n', start - 1) + 1;
    const isFirstOnLine = text.slice(line, start).trim() === '';
    const next = text.indexOf('\n', valueSpan.end + after.length);
    const isLastOnLine = next !== -1 && text.slice(valueSpan.end + after.length, next).trim() === '';
    if (isFirstOnLine && isLastOnLine) return { start: line, end: next + 1 };
    return { start, end: valueSpan.end + after.length };
  }
  const before = /,\s*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0];
  return { start: start - (before?.length ?? 0), end: valueSpan.end };
}

/** Spaces in the place of comments, so that every offset stays. */
function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*(?:[\s\S]*?\*\/|[\s\S]*$)/g, (found) =>
    found.startsWith('"') ? found : found.replace(/[^\n]/g, ' '),
  );
}
