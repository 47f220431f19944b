import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { heavyBody, typicalBody } from '../../../bench/load/bodies.ts';
import { eventsOf } from '../../../main/core/endpoint/decode/events-of.ts';
import { isRecord } from '../../../main/core/endpoint/decode/is-record.ts';
import { readModel } from '../../../main/core/endpoint/decode/read-model.ts';
import { LINE_MODELS } from '../../../main/core/endpoint/model/model.ts';
import { problemOf } from '../../../main/core/endpoint/model/validate.ts';
import { type ScannedLine, scanLine } from '../../../main/core/endpoint/scan/scan-line.ts';
import { writeScanner } from '../../../main/core/endpoint/scan/write-scanner.ts';
import { valuesInEveryField } from '../../support/model-lines.ts';

test('the generated scanner is what the rules of the event model come to (else: npm run generate)', () => {
  const path = resolve(import.meta.dirname, '../../../main/core/endpoint/scan/generated/scanner.ts');

  expect(readFileSync(path, 'utf8')).toBe(writeScanner(LINE_MODELS));
});

describe('the scanner', () => {
  test.each([...LINE_MODELS.keys()])(
    'lets no %s pass that the rules refuse, and counts the others as they do',
    (type) => {
      const model = LINE_MODELS.get(type);
      let passed = 0;
      for (const line of valuesInEveryField(type)) {
        const scanned = scanLine(Buffer.from(`${line}\n`), 0);
        if (scanned === null) continue;
        passed += 1;
        const decoded = model === undefined ? null : readModel(Buffer.from(line), model);
        const problem =
          decoded === null || model === undefined || 'error' in decoded ? decoded : problemOf(model, decoded.value);
        if (problem !== null) expect({ line, problem }).toBeNull();
        if (decoded === null || 'error' in decoded) continue;
        expect({ line, ...countedBy(scanned) }).toEqual({ line, ...countedOf(decoded.value, type, scanned) });
      }
      expect(passed).toBeGreaterThan(100);
    },
  );

  test.each([
    ['typical', typicalBody()],
    ['heavy', heavyBody()],
  ])('knows every line of a %s body', (_name, { text }) => {
    const lines = text.split('\n').filter(Boolean);

    expect(lines.filter((line) => scanLine(Buffer.from(`${line}\n`), 0) === null)).toEqual([]);
  });
});

function countedBy({ kind, traceId, momentUs }: ScannedLine): Readonly<Record<string, unknown>> {
  return kind === null ? {} : { kind, traceId, momentUs };
}

function countedOf(
  root: Readonly<Record<string, unknown>>,
  type: string,
  { kind }: ScannedLine,
): Readonly<Record<string, unknown>> {
  if (kind === null) return {};
  const value = isRecord(root[type]) ? root[type] : {};
  const [event] = eventsOf(type, value, Number.NaN);
  const momentUs = event === undefined || Number.isNaN(event.timestampUs) ? null : event.timestampUs;
  return { kind: event?.kind, traceId: event?.traceId, momentUs };
}
