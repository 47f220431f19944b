import { Secret } from '../../../contract/secret.ts';
import type { Span } from './span.ts';
import type { WrittenSetting } from './written-setting.ts';

interface Found extends Partial<Omit<WrittenSetting, 'value' | 'wholeSpan'>> {
  readonly name: string;
  readonly value: string | null;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
  /** Left out, it is name and value and what is between them. */
  readonly wholeSpan?: Span;
}

/** A setting as a reader found it; what it leaves out is that of a variable in an environment of this machine, written without quotes. */
export function readAs(found: Found): WrittenSetting {
  return {
    lookup: found.name,
    kind: 'variable',
    form: 'env',
    agents: [],
    isText: true,
    closingSpan: null,
    wholeSpan: { start: found.nameSpan.start, end: found.valueSpan.end },
    scope: '',
    inContainer: false,
    quote: (value) => value,
    spell: (name) => name,
    ...found,
    value: found.value === null ? null : new Secret(found.value),
  };
}
