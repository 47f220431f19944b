import { X509Certificate } from 'node:crypto';
import { fail, type Handlers, type ParsedInput, type Push, Secret } from '../../contract/index.ts';
import type { AgentDefinition } from '../agents/definition.ts';
import { pemCertificates } from '../authority/pem-certificates.ts';
import { CHECKS } from '../doctor/checks.ts';
import type { Credential, KnownAuthorities } from '../doctor/doctor-order.ts';
import { junitReport } from '../doctor/junit-report.ts';
import { realSurroundings } from '../doctor/real-surroundings.ts';
import { runDoctor } from '../doctor/run-doctor.ts';
import type { Host } from '../host/host.ts';
import type { Security } from '../parts.ts';
import { openJobs } from './jobs.ts';

type Names = 'doctor.checks' | 'doctor.run' | 'doctor.cancel' | 'doctor.junit';

/** Procedures that examine a server from outside. */
export function doctorProcedures(parts: {
  readonly host: Host;
  readonly version: string;
  readonly security: Security;
  readonly catalogue: readonly AgentDefinition[];
  push(push: Push): void;
}): Pick<Handlers, Names> {
  const { host, version, security, catalogue, push } = parts;
  const jobs = openJobs(push);
  let unnamed = 0;
  return {
    'doctor.checks': async () => ({ checks: CHECKS.map(({ id, title }) => ({ id, title })) }),
    'doctor.run': async ({ job: named, ...input }) => {
      unnamed += 1;
      const job = named ?? `doctor ${unnamed}`;
      const order = {
        url: input.url,
        known: knownAuthorities(input, security, host),
        credential: await credentialOf(input, security),
        origin: originOf(input.origin),
        send: input.send,
        catalogue,
        version,
      };
      let done = 0;
      return jobs.run(job, CHECKS.length, async (signal, did) => {
        try {
          return await runDoctor(
            order,
            realSurroundings(host),
            (check) => {
              push({ topic: 'checked', job, check });
              done += 1;
              did(done);
            },
            signal,
          );
        } catch (error) {
          if (signal.aborted) throw fail('CANCELLED', { done, total: CHECKS.length }, { cause: error });
          throw error;
        }
      });
    },
    'doctor.cancel': async ({ job }) => ({ cancelled: jobs.cancel(job) }),
    'doctor.junit': async ({ report }) => ({ filename: 'sealwire-doctor.xml', content: junitReport(report) }),
  };
}

function knownAuthorities({ ca }: ParsedInput<'doctor.run'>, security: Security, host: Host): KnownAuthorities | null {
  if (ca !== undefined) return { from: 'given', pems: givenAuthorities(ca) };
  const path = security.caPath();
  const text = path === null ? null : host.disk.read(path);
  return text === null ? null : { from: 'workspace', pems: pemCertificates(text.toString()) };
}

function givenAuthorities(text: string): string[] {
  const pems = pemCertificates(text);
  for (const pem of pems) {
    try {
      new X509Certificate(pem);
    } catch (error) {
      throw fail('INPUT_INVALID', { what: 'A certificate of the CA file is damaged.' }, { cause: error });
    }
  }
  if (pems.length > 0) return pems;
  throw fail('INPUT_INVALID', {
    what: 'The CA file holds no certificate in PEM ("-----BEGIN CERTIFICATE-----").',
  });
}

async function credentialOf(
  { token, apiKey, ownToken }: ParsedInput<'doctor.run'>,
  security: Security,
): Promise<Credential | null> {
  const given = [token !== undefined, apiKey !== undefined, ownToken].filter(Boolean);
  if (given.length > 1) {
    throw fail('INPUT_INVALID', { what: 'Only one can be sent: a token, an API key, or the workspace’s own token.' });
  }
  if (token !== undefined) return { kind: 'token', secret: new Secret(readSecret(token, 'token')) };
  if (apiKey !== undefined) return { kind: 'api-key', secret: new Secret(readSecret(apiKey, 'API key')) };
  return ownToken ? { kind: 'token', secret: await security.showToken() } : null;
}

/** What cannot stand in a header would end up in an error of Node's. Its text is not repeated. */
function readSecret(text: string, what: string): string {
  if (/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text)) return text;
  throw fail('INPUT_INVALID', {
    what: `The ${what} holds something that cannot be sent in a header: only printable ASCII can, without spaces around it.`,
  });
}

function originOf(origin: string | undefined): string | null {
  if (origin === undefined || origin === '') return null;
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && url.username === '' && `${url.origin}/` === url.href)
    return url.origin;
  throw fail('INPUT_INVALID', {
    what: 'An origin is scheme, host and port of a page, such as https://shop.example or http://localhost:3000.',
  });
}
