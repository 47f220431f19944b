import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../main/core/diagnose/diagnose.ts';
import type { KnownAgent } from '../../../main/core/diagnose/known-agent.ts';
import type { Finding } from '../../../main/core/diagnose/rule.ts';
import { type AttemptState, reduceAttempt } from '../../../main/core/evidence/attempt-state.ts';
import type { Fact } from '../../../main/core/evidence/facts.ts';
import { anyFact } from '../evidence/any-fact.ts';
import { CERTIFICATE, factStream, MISSING, T0, WRONG } from '../evidence/fact-stream.ts';
import { GO, NODEJS, PYTHON, WIRING } from '../evidence/stand-in-agents.ts';
import { ADMISSIONS } from './admission-rows.ts';
import { CLIENT_CERTIFICATES } from './client-certificate-rows.ts';
import { HANDSHAKES } from './handshake-rows.ts';
import { REQUESTS } from './request-rows.ts';
import { alert, handshake, request } from './row.ts';

describe('diagnosis of one connection', () => {
  test.each([...HANDSHAKES, ...CLIENT_CERTIFICATES, ...REQUESTS, ...ADMISSIONS])(
    'when $when: $code',
    ({ agent = PYTHON, facts, code, step, confidence, says }) => {
      const finding = diagnosisOf(facts(factStream('c1')), agent);

      expect(finding?.diagnosis.code ?? null).toBe(code);
      if (finding === null) return;
      if (step !== undefined) expect(finding.step).toBe(step);
      if (confidence !== undefined) expect(finding.diagnosis.confidence).toBe(confidence);
      if (says !== undefined) expect(`${finding.diagnosis.summary} ${finding.diagnosis.cause}`).toMatch(says);
      expect(finding.diagnosis.summary).toMatch(/^[A-Z].*\.$/);
      expect(finding.diagnosis.cause).toMatch(/\.$/);
    },
  );

  test('dates a request’s failure from the request, a handshake’s from the connection', () => {
    const at = factStream('c1');
    const early = [at.accepted(), at.hello(), at.secured(), at.request(), at.verdict(WRONG)];
    const other = factStream('c2');

    expect(diagnosisOf(early, PYTHON)?.atMs).toBe(T0 + 3);
    expect(diagnosisOf([other.accepted(), other.hello(), other.failed()], NODEJS)?.atMs).toBe(T0);
  });

  test('takes the cure from the agent, filled in for the wiring', () => {
    const at = factStream('c1');
    const finding = diagnosisOf([...handshake(at), alert(at, 'unknown_ca')], PYTHON);

    expect(finding?.diagnosis.fixes).toEqual([
      {
        text: 'python cures CA_NOT_TRUSTED',
        as: 'env',
        snippet: 'CA_NOT_TRUSTED https://localhost:8200 /home/ada/ca.pem my-service',
      },
      {
        text: expect.stringMatching(/^Which of these it is, this tells/),
        as: 'command',
        snippet: 'cmp "$ELASTIC_APM_SERVER_CA_CERT_FILE" /home/ada/ca.pem',
      },
    ]);
  });

  test('cures a name that is not covered with a URL that is', () => {
    const at = factStream('c1');
    const loopback = { ...CERTIFICATE, names: ['apm.test', '127.0.0.1'] };
    const finding = diagnosisOf([...handshake(at), alert(at, 'bad_certificate', loopback)], PYTHON);

    expect(finding?.diagnosis.fixes[0]?.snippet).toContain('https://127.0.0.1:8200');
  });

  test('has general words for a client that it does not know', () => {
    const at = factStream('c1');
    const finding = diagnosisOf([...request(at), at.verdict(MISSING)], null);

    expect(finding?.diagnosis.fixes[0]?.snippet).toBe('sealwire token show');
  });

  test('tells a client without a certificate what to give it, and the endpoint how to do without', () => {
    const at = factStream('c1');
    const facts = [...handshake(at), at.failed({ alert: 'certificate_required', by: 'endpoint', how: 'alert' })];

    expect(diagnosisOf(facts, null)?.diagnosis.fixes.map(({ as, snippet }) => [as, snippet])).toEqual([
      [null, null],
      ['env', 'OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE=client.pem\nOTEL_EXPORTER_OTLP_CLIENT_KEY=client.key'],
      ['file', 'apm-server.ssl.client_authentication: optional'],
      ['command', 'sealwire up --config apm-server.yml'],
    ]);
    expect(diagnosisOf(facts, PYTHON)?.diagnosis.fixes[0]?.text).toBe('python cures CLIENT_CERTIFICATE');
  });

  test('makes one harmless line of what a client sent', () => {
    const at = factStream('c1');
    const facts = [at.accepted(), at.plainHttp(`GET /\u001b[31m\r\nforged ${'x'.repeat(500)}`)];

    expect(diagnosisOf(facts, null)?.evidence).toMatch(/^it sent "GET \/ \[31m forged x+…" without TLS$/);
  });
});

describe('whatever the facts are and in whatever order they come', () => {
  const agents = [PYTHON, NODEJS, GO, null];

  test('diagnosis does not throw, and is certain only with an alert or HTTP', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { minLength: 1, maxLength: 12 }), fc.constantFrom(...agents), (facts, agent) => {
        const finding = diagnosisOf(facts, agent);
        if (finding?.diagnosis.confidence !== 'certain') return;
        expect(facts.some(isProof)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

function isProof(fact: Fact): boolean {
  if (fact.kind === 'tls-failed') return fact.alert !== null;
  return ['plain-http', 'request', 'authenticated', 'metadata', 'stored', 'rejected', 'response'].includes(fact.kind);
}

function diagnosisOf(facts: readonly Fact[], definition: KnownAgent | null): Finding | null {
  const attempt = facts.reduce<AttemptState | null>((state, fact) => reduceAttempt(state, fact), null);
  return attempt === null ? null : diagnose({ attempt, definition, wiring: WIRING });
}
