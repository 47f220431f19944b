import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { LINE_MODELS } from '../../../main/core/endpoint/model/model.ts';
import { writeValidator } from '../../../main/core/endpoint/model/write-validator.ts';

test('the generated validator is what the rules of the event model come to (else: npm run generate)', () => {
  const path = resolve(import.meta.dirname, '../../../main/core/endpoint/model/generated/sound.ts');

  expect(readFileSync(path, 'utf8')).toBe(writeValidator(LINE_MODELS));
});
