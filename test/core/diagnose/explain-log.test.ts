import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { explainLog } from '../../../main/core/diagnose/explain-log.ts';
import { SAMPLE_WIRING } from '../../support/sample-wiring.ts';

const catalogue = await loadCatalogue();
const explain = (text: string, agent?: string) =>
  explainLog(text, catalogue, catalogue.find(({ id }) => id === agent) ?? null, () => SAMPLE_WIRING);

const PHRASES = catalogue.flatMap(({ id, logPhrases }) => logPhrases.map((each) => ({ id, ...each })));

// What asks for more of its line than the phrase stands in reference-log.test.ts, as agents write it.
test.each(PHRASES.filter(({ where }) => where === undefined))('$id: "$phrase" is $code, with a cure', (each) => {
  const { id, phrase, code, or = [] } = each;
  const answer = explain(`2026-01-01 12:00:00 started\n[error] ${phrase} (and more)\n`, id);

  expect(answer.agent).toBe(id);
  expect(answer.said.map(({ lines, diagnosis }) => [lines, diagnosis.code])).toEqual(
    [code, ...or].map((meant) => [[2], meant]),
  );
  const [said] = answer.said;
  expect(said?.diagnosis.fixes).not.toEqual([]);
  expect(said?.diagnosis.summary).not.toContain('that it could not report');
});

test('the agent whose words they are is found; where several write the same, they are named and the cure is general', () => {
  expect(explain('Failed to submit message: HTTP 401: {"error":"unauthorized"}').agent).toBe('python');

  const shared = explain('x509: certificate signed by unknown authority');

  expect(shared.agent).toBeNull();
  expect(shared.candidates).toEqual(expect.arrayContaining(['go', 'otel-go']));
  expect(shared.said[0]?.diagnosis.fixes).toEqual([
    { text: 'Tell the client to trust this CA file.', as: null, snippet: SAMPLE_WIRING.caFile },
  ]);
});

test('words by which several agents mean different things are each of these, possibly', () => {
  const answer = explain('Access to fetch has been blocked by CORS policy: no header');

  expect(answer.candidates).toEqual(expect.arrayContaining(['rum-js', 'otel-browser']));
  expect(answer.said.map(({ lines, diagnosis }) => [lines, diagnosis.code, diagnosis.confidence]).sort()).toEqual([
    [[1], 'ORIGIN_REFUSED', 'possible'],
    [[1], 'OTLP_FROM_PAGE', 'possible'],
  ]);
  expect(explain('has been blocked by CORS policy', 'rum-js').said[0]?.diagnosis).toMatchObject({
    code: 'ORIGIN_REFUSED',
    confidence: 'probable',
  });
});

test('any text is read without a mistake, and nothing of it comes back', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(...PHRASES.map(({ phrase }) => phrase)))), (lines) => {
      const secret = 'k3y-of-nobody';
      const answer = explain([secret, ...lines].join(`${secret}\n`));

      expect(JSON.stringify(answer)).not.toContain(secret);
      for (const { lines: at, count } of answer.said) expect(at.length).toBe(Math.min(count, 3));
    }),
    { numRuns: 300 },
  );
});
