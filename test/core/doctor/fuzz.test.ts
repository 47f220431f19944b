import { randomBytes, X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { DoctorReport } from '../../../main/contract/index.ts';
import { findFaults } from '../../../main/core/doctor/certificates/find-faults.ts';
import { readServedChain } from '../../../main/core/doctor/certificates/served-chain.ts';
import { junitReport } from '../../../main/core/doctor/junit-report.ts';
import { clientHello } from '../../../main/core/doctor/wire/client-hello.ts';
import { readHelloReply } from '../../../main/core/doctor/wire/hello-reply.ts';
import { readServerFlight } from '../../../main/core/doctor/wire/server-flight.ts';
import { SUITES_12 } from '../../../main/core/doctor/wire/suites.ts';
import { readClientHello } from '../../../main/core/endpoint/tls/client-hello.ts';
import { openKit, type Pair } from './certificate-kit.ts';

const kit = openKit();
afterAll(() => kit.remove());

/** Bytes that look like records of TLS as far as their heads go. */
const records = fc
  .array(
    fc.tuple(
      fc.constantFrom(20, 21, 22, 23, 0, 72),
      fc.constantFrom(1, 3, 4),
      fc.uint8Array({ maxLength: 200 }),
      fc.integer({ min: -3, max: 3 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) =>
    Buffer.concat(
      parts.map(([type, minor, content, off]) => {
        const head = Buffer.of(type, 3, minor, 0, 0);
        head.writeUInt16BE(Math.max(0, content.length + off), 3);
        return Buffer.concat([head, content]);
      }),
    ),
  );

describe('what a server sends', () => {
  test('is read as a ServerHello, an alert, something else or not enough, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.oneof(records, fc.uint8Array({ maxLength: 300 }).map(Buffer.from)), (bytes) => {
        expect(['incomplete', 'hello', 'alert', 'not-tls']).toContain(readHelloReply(bytes).kind);
      }),
      { numRuns: 3000 },
    );
  });

  test('never makes the reader of a handshake fail, with a secret or without', () => {
    fc.assert(
      fc.property(
        fc.oneof(records, fc.uint8Array({ maxLength: 300 }).map(Buffer.from)),
        fc.option(fc.uint8Array({ minLength: 32, maxLength: 48 })),
        (bytes, secret) => {
          const flight = readServerFlight(bytes, secret === null ? null : Buffer.from(secret));
          expect(flight === null || Array.isArray(flight.certificates)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('is a chain with faults in sentences, or none, however its certificates were changed', () => {
    const root = kit.root();
    const pairs: readonly Pair[] = [kit.leaf(root), root];
    const ders = pairs.map(({ cert }) => Buffer.from(new X509Certificate(cert).raw));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1 }),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
        (which, changes) => {
          const changed = ders.map((der, at) => {
            const copy = Buffer.from(der);
            if (at === which) for (const [place, byte] of changes) copy[place % copy.length] = byte;
            return copy;
          });
          const chain = readServedChain(changed);
          if (chain === null) return;
          for (const { sentence, fix } of findFaults({ path: chain.path, host: 'localhost', now: new Date() })) {
            expect(sentence).toMatch(/\.$/);
            expect(fix).toMatch(/\.$/);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('a ClientHello of ours', () => {
  test.each(['TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'TLS 1.3'] as const)(
    'for %s is read by the endpoint as what it is',
    (version) => {
      const suites = SUITES_12.map(({ number }) => number);

      const hello = readClientHello(clientHello({ version, suites, serverName: 'apm.test', random: randomBytes(96) }));

      expect(hello).toMatchObject({ sni: 'apm.test' });
    },
  );
});

describe('a report as JUnit', () => {
  test('has nothing in it that ends an element or an attribute, whatever was found', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 5, maxLength: 5 }),
        ([summary = '', evidence = '', what = '', text = '', fix = '']) => {
          const states = ['ok', 'warning', 'failed', 'skipped'] as const;
          const report: DoctorReport = {
            url: 'https://localhost:8200',
            verdict: 'failed',
            checks: states.map((state) => ({
              id: state,
              title: what,
              state,
              summary,
              evidence,
              fix,
              details: [{ what, state, text }],
            })),
            at: '2026-11-24T08:00:00.000Z',
            ms: 1,
          };
          // Taken apart by what XML ends things with, every piece is one of ours again.
          const rest = junitReport(report).replace(/<\?xml[^?]*\?>|<\/?[a-z-]+(?: [a-z]+="[^"<]*")*\/?>/g, '');
          expect(rest).not.toMatch(/[<>]/);
          expect(rest.replace(/&(?:amp|lt|gt|quot);/g, '')).not.toContain('&');
        },
      ),
      { numRuns: 500 },
    );
  });
});
