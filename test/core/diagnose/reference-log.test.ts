import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { explainLog } from '../../../main/core/diagnose/explain-log.ts';
import { SAMPLE_WIRING } from '../../support/sample-wiring.ts';
import { CERTIFICATE_CELLS } from './reference-rows-certificate.ts';
import { OTHER_CELLS } from './reference-rows-others.ts';
import { LOGGED_TOKEN, SPEECH_CELLS } from './reference-rows-speech.ts';

const catalogue = await loadCatalogue();
const explain = (text: string, agent?: string) =>
  explainLog(text, catalogue, catalogue.find(({ id }) => id === agent) ?? null, () => SAMPLE_WIRING);

describe('what each agent logs of each failure', () => {
  test.each([...CERTIFICATE_CELLS, ...SPEECH_CELLS, ...OTHER_CELLS])(
    '$failure: $agent says $codes in "$line"',
    ({ agent, line, codes, alike, tells }) => {
      const log = `the application starts\n${line}\nthe application goes on\n`;
      const answer = explain(log, agent);

      expect(answer.said.map(({ diagnosis }) => diagnosis.code)).toEqual(codes);
      for (const { diagnosis } of answer.said) {
        expect(diagnosis.confidence).toBe(codes.length > 1 ? 'possible' : 'probable');
        expect(diagnosis.cause).toMatch(/\.$/);
        expect(diagnosis.fixes).not.toEqual([]);
      }
      if (tells !== undefined) expect(answer.said[0]?.diagnosis.cause).toMatch(tells);
      expect(JSON.stringify(answer)).not.toContain(LOGGED_TOKEN);

      const found = explain(log);

      if (codes.length === 0) return;
      expect(found.agent === null ? found.candidates : [found.agent]).toEqual(alike ?? [agent]);
      expect(found.said.map(({ diagnosis }) => diagnosis.code)).toEqual(codes);
      expect(JSON.stringify(found)).not.toContain(LOGGED_TOKEN);
    },
  );

  test('of what nobody has run, nothing is called seen', () => {
    const proofs = (id: string) =>
      new Set(catalogue.find((each) => each.id === id)?.logPhrases.map(({ proof }) => proof));

    expect([...proofs('dotnet')]).toEqual(['source']);
    expect([...proofs('php')]).toEqual(['source']);
  });
});
