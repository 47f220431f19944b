import type { SettingKey } from '../definition.ts';
import type { KnownAs, Meant } from '../lint/lint-types.ts';
import { OTHER_NAMES } from '../lint/other-names.ts';

/** What a text says of one wiring, by what each setting is for. */
export interface ReadWiring {
  /** Null where the text leaves the value to the moment when the application starts, and for secrets. */
  readonly values: ReadonlyMap<
    SettingKey,
    { readonly known: KnownAs; readonly name: string; readonly text: string | null }
  >;
  readonly inContainer: boolean;
  /** Applications in the text that were left out. */
  readonly others: readonly string[];
  /** Names that an agent reads and no definition describes. */
  readonly unknown: readonly string[];
}

/** The first application of a text that names its server, or else the first with any setting of an agent; null where there is none. */
export function readWiring(meant: readonly Meant[]): ReadWiring | null {
  const known = meant.filter((each) => each.known.length > 0);
  const scopes = [...new Set(known.map(({ written }) => written.scope))];
  const scope = scopes.find((each) => known.some((one) => one.written.scope === each && isServerUrl(one))) ?? scopes[0];
  if (scope === undefined) return null;
  const own = meant.filter(({ written }) => written.scope === scope);
  const values = new Map<SettingKey, { known: KnownAs; name: string; text: string | null }>();
  for (const { known: names, written, text } of own) {
    const [first] = names;
    // Where a list of servers stands beside the one, the one is meant.
    if (first === undefined || (values.has(first.setting.key) && first.setting.never !== null)) continue;
    values.set(first.setting.key, { known: first, name: written.name, text });
  }
  return {
    values,
    inContainer: own.some(({ written }) => written.inContainer),
    others: scopes.filter((each) => each !== scope && each !== ''),
    unknown: own.filter((each) => each.known.length === 0 && isOther(each)).map(({ written }) => written.name),
  };
}

function isServerUrl({ known, text }: Meant): boolean {
  return text !== null && known.some(({ setting }) => setting.key === 'serverUrl');
}

function isOther({ written }: Meant): boolean {
  return written.kind === 'variable' && OTHER_NAMES.has(written.name.replace(/^ELASTIC_APM_/, ''));
}
