import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { diagnose } from '../../../main/core/diagnose/diagnose.ts';
import type { DiagnosisCode } from '../../../main/core/diagnose/rule.ts';
import { type AttemptState, reduceAttempt } from '../../../main/core/evidence/attempt-state.ts';
import type { Fact, ServedCertificate } from '../../../main/core/evidence/facts.ts';
import { ACCEPTED, CERTIFICATE, type FactStream, factStream, WRONG } from '../evidence/fact-stream.ts';
import { WIRING } from '../evidence/stand-in-agents.ts';
import { alert, handshake, request } from './row.ts';

const catalogue = await loadCatalogue();

const EXPIRED: ServedCertificate = { ...CERTIFICATE, notAfter: '2026-11-22T00:00:00.000Z' };
const OTHER_NAME: ServedCertificate = { ...CERTIFICATE, names: ['apm.test'] };

/** One line of the table of what a server sees (reference/agents.md §7), for one agent; null is a client that nobody knows. */
interface SeenRow {
  readonly seen: string;
  readonly agent: string | null;
  readonly facts: (at: FactStream) => Fact[];
  readonly code: DiagnosisCode | null;
  readonly confidence?: 'certain' | 'probable' | 'possible';
  /** The setting that the sentence or the cure has to name. */
  readonly dialect?: string;
}

const left = (at: FactStream, certificate = CERTIFICATE): Fact[] => [
  ...handshake(at),
  at.failed({ alert: null, by: 'client', how: 'reset', certificate }),
  at.closed(),
];
const alerted =
  (name: string, certificate = CERTIFICATE) =>
  (at: FactStream): Fact[] => [...handshake(at), alert(at, name, certificate)];

const CA_SETTING = 'ELASTIC_APM_SERVER_CA_CERT_FILE';

const ROWS: readonly SeenRow[] = [
  ...(['python', 'ruby'] as const).map((agent) => ({
    seen: 'unknown CA, as OpenSSL says it',
    agent,
    facts: alerted('unknown_ca'),
    code: 'CA_NOT_TRUSTED' as const,
    confidence: 'certain' as const,
    dialect: CA_SETTING,
  })),
  {
    seen: 'unknown CA, as libcurl says it',
    agent: 'php',
    facts: alerted('unknown_ca'),
    code: 'CA_NOT_TRUSTED',
    confidence: 'certain',
    dialect: 'no setting adds to that',
  },
  {
    seen: 'bad certificate, of a name that is not covered',
    agent: 'python',
    facts: alerted('bad_certificate', OTHER_NAME),
    code: 'NAME_NOT_COVERED',
    confidence: 'certain',
    dialect: 'ELASTIC_APM_SERVER_URL',
  },
  {
    seen: 'bad certificate, which is Go’s word for any failure: the authority',
    agent: 'go',
    facts: alerted('bad_certificate'),
    code: 'CA_NOT_TRUSTED',
    confidence: 'certain',
    dialect: CA_SETTING,
  },
  {
    seen: 'bad certificate, which is Go’s word for any failure: the name, or the authority',
    agent: 'go',
    facts: alerted('bad_certificate', OTHER_NAME),
    code: 'NAME_NOT_COVERED',
    confidence: 'probable',
    dialect: 'ELASTIC_APM_SERVER_URL',
  },
  {
    seen: 'bad certificate, which is Go’s word for any failure: the dates, or the authority',
    agent: 'go',
    facts: alerted('bad_certificate', EXPIRED),
    code: 'CERTIFICATE_EXPIRED',
    confidence: 'probable',
  },
  ...(['python', 'ruby', 'php'] as const).map((agent) => ({
    seen: 'certificate expired',
    agent,
    facts: alerted('certificate_expired', EXPIRED),
    code: 'CERTIFICATE_EXPIRED' as const,
    confidence: 'certain' as const,
  })),
  {
    seen: 'certificate unknown, Java’s word',
    agent: 'java',
    facts: alerted('certificate_unknown'),
    code: 'CA_NOT_TRUSTED',
    confidence: 'certain',
    dialect: 'truststore',
  },
  {
    seen: 'left without an alert, as Node.js does',
    agent: 'nodejs',
    facts: (at) => left(at),
    code: 'CA_NOT_TRUSTED',
    confidence: 'probable',
    dialect: CA_SETTING,
  },
  {
    seen: 'left without an alert, as Node.js does, and the name is not covered',
    agent: 'nodejs',
    facts: (at) => left(at, OTHER_NAME),
    code: 'NAME_NOT_COVERED',
    confidence: 'probable',
    dialect: 'ELASTIC_APM_SERVER_URL',
  },
  {
    seen: 'left without an alert, which Python does over its pin alone',
    agent: 'python',
    facts: (at) => [...handshake(at), at.secured(), at.closed(0)],
    code: 'CA_NOT_TRUSTED',
    confidence: 'possible',
    dialect: 'ELASTIC_APM_SERVER_CERT',
  },
  {
    seen: '.NET: unknown CA by the status of the chain',
    agent: 'dotnet',
    facts: alerted('unknown_ca'),
    code: 'CA_NOT_TRUSTED',
    confidence: 'certain',
  },
  {
    seen: '.NET: bad certificate over the name',
    agent: 'dotnet',
    facts: alerted('bad_certificate', OTHER_NAME),
    code: 'NAME_NOT_COVERED',
    confidence: 'certain',
    dialect: 'ELASTIC_APM_SERVER_URL',
  },
  {
    seen: '.NET: certificate unknown over several reasons',
    agent: 'dotnet',
    facts: alerted('certificate_unknown'),
    code: 'CA_NOT_TRUSTED',
  },
  ...(['nodejs', 'go', 'python', 'ruby', 'java', 'php', 'dotnet'] as const).map((agent) => ({
    seen: 'plain HTTP on the TLS port',
    agent,
    facts: (at: FactStream) => [
      at.accepted(),
      at.plainHttp(),
      at.failed({ code: 'ERR_SSL_HTTP_REQUEST', by: 'endpoint', how: 'alert' }),
    ],
    code: 'PLAIN_HTTP' as const,
    confidence: 'certain' as const,
    dialect: 'https://',
  })),
  {
    seen: 'a gRPC client that offers what the endpoint does not speak',
    agent: 'otel-go',
    facts: (at) => [
      at.accepted(),
      at.hello({ alpn: ['h3'] }),
      at.failed({
        code: 'ERR_SSL_NO_APPLICATION_PROTOCOL',
        alert: 'no_application_protocol',
        by: 'endpoint',
        how: 'alert',
      }),
    ],
    code: 'NO_SHARED_PROTOCOL',
    confidence: 'certain',
  },
  {
    seen: 'no SNI, as Java asks for localhost',
    agent: 'java',
    facts: (at) => [
      at.accepted(),
      at.hello({ sni: null }),
      alert(at, 'certificate_unknown', { ...CERTIFICATE, names: ['localhost'] }),
    ],
    code: 'CA_NOT_TRUSTED',
    confidence: 'certain',
  },
  {
    seen: '`GET /` is answered, and then nothing comes',
    agent: 'nodejs',
    facts: (at) => [...request(at, '/'), at.verdict(ACCEPTED), at.response(200)],
    code: null,
  },
  {
    seen: '`GET /` is answered without a body, for the token is wrong',
    agent: 'nodejs',
    facts: (at) => [...request(at, '/'), at.verdict(WRONG), at.response(200)],
    code: 'TOKEN_WRONG',
    confidence: 'certain',
    dialect: 'ELASTIC_APM_SECRET_TOKEN',
  },
];

describe('what the endpoint sees of each failure', () => {
  test.each(ROWS)('$agent, $seen: $code', ({ agent, facts, code, confidence, dialect }) => {
    const definition = catalogue.find(({ id }) => id === agent) ?? null;
    const attempt = facts(factStream('c1')).reduce<AttemptState | null>(
      (state, fact) => reduceAttempt(state, fact),
      null,
    );
    const diagnosis = attempt === null ? null : (diagnose({ attempt, definition, wiring: WIRING })?.diagnosis ?? null);

    expect(diagnosis?.code ?? null).toBe(code);
    if (diagnosis === null) return;
    if (confidence !== undefined) expect(diagnosis.confidence).toBe(confidence);
    if (agent !== null) expect(diagnosis.summary).toContain(definition?.title);
    if (dialect !== undefined) expect(JSON.stringify(diagnosis)).toContain(dialect);
    expect(diagnosis.fixes).not.toEqual([]);
  });
});
