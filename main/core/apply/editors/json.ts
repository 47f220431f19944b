import { isDeepStrictEqual } from 'node:util';
import { parse } from 'jsonc-parser';
import { refuseDotnetSecret } from './dotnet-secrets.ts';
import { CannotEdit, type FileEditor } from './file-editor.ts';
import { type JsonSetting, withJsonSetting } from './json-edit.ts';
import { commentsIn, jsonTree, plainValue } from './json-tree.ts';

/** `appsettings.json` and those of one environment, in which ASP.NET Core looks for the section of the agent. */
const APP_SETTINGS = jsonEditor(/^appsettings(?:\.[\w-]+)*\.json$/i);

/** `Properties/launchSettings.json`, from which `dotnet run` takes variables. */
const LAUNCH_SETTINGS = jsonEditor(/^launchSettings\.json$/i);

/** Every kind of JSON file. */
export const JSON_EDITORS: readonly FileEditor[] = [APP_SETTINGS, LAUNCH_SETTINGS];

/** Lays the values of a snippet into a JSON file, in which no marks are left: whoever reads it besides .NET may take no comments. */
function jsonEditor(name: RegExp): FileEditor {
  return {
    as: 'file',
    comment: null,
    hasVariants: true,
    takes: (each) => name.test(each),
    edit: (text, lines) => {
      refuseSecrets(text);
      const settings = settingsOf(lines);
      const edited = settings.reduce(withJsonSetting, text);
      prove(text, edited, settings);
      return edited;
    },
  };
}

function settingsOf(lines: readonly string[]): JsonSetting[] {
  const within = (value: unknown, path: readonly string[]): JsonSetting[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, each]) => within(each, [...path, name]))
      : [{ path, text: JSON.stringify(value) }];
  return within(parse(lines.join('\n')), []);
}

function refuseSecrets(text: string): void {
  const held = flattened(plainValue(jsonTree(text)));
  refuseDotnetSecret('ElasticApm section', (name) => (held.get(`elasticapm:${name.toLowerCase()}`) ?? '') !== '');
}

/** What was asked for must be in it, and nothing else may be different, comments included. */
function prove(before: string, after: string, settings: readonly JsonSetting[]): void {
  const wanted = flattened(plainValue(jsonTree(before)));
  for (const { path, text } of settings) wanted.set(path.join(':').toLowerCase(), JSON.parse(text));
  const isSame =
    isDeepStrictEqual(
      new Map([...wanted].toSorted()),
      new Map([...flattened(plainValue(jsonTree(after)))].toSorted()),
    ) && isDeepStrictEqual(commentsIn(before), commentsIn(after));
  if (!isSame) throw new CannotEdit('it is written in a way that Sealwire does not change safely');
}

/** A configuration as .NET sees it: names with colons between them, and a value each. A name may be empty; null stands for the whole file. */
function flattened(value: unknown, name: string | null = null): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
    // An empty section that gets something is not there any more.
    return new Map(name === null || typeof value === 'object' ? [] : [[name, value]]);
  }
  return new Map(
    Object.entries(value).flatMap(([key, each]) => [...flattened(each, name === null ? key : `${name}:${key}`)]),
  );
}
