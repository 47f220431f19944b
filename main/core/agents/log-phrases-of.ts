import type { LogPhrase } from './definition.ts';

type Shared = Pick<LogPhrase, 'shownByDefault' | 'proof'>;
type Row = readonly [code: string, phrase: string, more?: Partial<Omit<LogPhrase, 'code' | 'phrase'>>];

/** The phrases of one agent; `shared` holds for those that say nothing else. */
export function logPhrasesOf(shared: Shared, rows: readonly Row[]): readonly LogPhrase[] {
  return rows.map(([code, phrase, more = {}]) => ({ ...shared, ...more, code, phrase }));
}
