import { SealwireError } from '../../../contract/errors.ts';
import type { Edit } from './lint-types.ts';
import type { WrittenSetting } from './written-setting.ts';

/** Another value in the place of the one that stands there; none where its format cannot hold it. */
export function setValue(written: WrittenSetting, value: string): readonly Edit[] {
  try {
    return [{ ...written.valueSpan, text: written.quote(value) }];
  } catch (error) {
    if (error instanceof SealwireError && error.code === 'INPUT_INVALID') return [];
    throw error;
  }
}

/** Another name for the same value, wherever it stands; `name` as a definition has it. */
export function rename(written: WrittenSetting, name: string): readonly Edit[] {
  const text = written.spell(name);
  return [written.nameSpan, ...(written.closingSpan === null ? [] : [written.closingSpan])].map((span) => ({
    ...span,
    text,
  }));
}

/** The setting goes. */
export function takeOut(written: WrittenSetting): Edit {
  return { ...written.wholeSpan, text: '' };
}
