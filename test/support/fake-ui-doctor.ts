import type { DoctorCheck, DoctorReport, Handlers, Push } from '../../main/contract/index.ts';
import { CHECKS } from '../../main/core/doctor/checks.ts';
import { junitReport } from '../../main/core/doctor/junit-report.ts';

type Found = Pick<DoctorCheck, 'state' | 'summary' | 'evidence' | 'fix'> & Partial<Pick<DoctorCheck, 'details'>>;

/** What stands out; every other check is as it should be. */
const FOUND: Readonly<Record<string, Found>> = {
  addresses: {
    state: 'ok',
    summary: 'apm.corp.example has 2 addresses.',
    evidence: '192.0.2.7, 2001:db8::7',
    fix: null,
  },
  tcp: {
    state: 'warning',
    summary: 'Port 8200 is reached at 192.0.2.7, and not at another address of the name.',
    evidence: '2001:db8::7: nothing listens there (ECONNREFUSED)',
    fix: 'Have the server listen on all of its addresses, or take the others out of the name: agents may try those first, and wait.',
    details: [
      { what: 'IPv4 192.0.2.7', state: 'ok', text: 'connects' },
      { what: 'IPv6 2001:db8::7', state: 'warning', text: 'nothing listens there (ECONNREFUSED)' },
    ],
  },
  strictness: {
    state: 'warning',
    summary: 'Python from 3.13 on will refuse it: it has no authority key identifier.',
    evidence: 'It has no authority key identifier.',
    fix: 'Issue it with authorityKeyIdentifier of Corp CA.',
    details: [
      { what: 'Python from 3.13 on', state: 'warning', text: 'It has no authority key identifier.' },
      { what: 'Apple’s systems', state: 'warning', text: 'It is valid for 1095 days, and no more than 825 are taken.' },
    ],
  },
  token: {
    state: 'failed',
    summary: 'The secret token is wrong.',
    evidence: 'POST /intake/v2/events answered 401: authentication failed',
    fix: 'Compare it with apm-server.auth.secret_token of the server: a space or a line break at its end counts.',
    details: [
      { what: 'without a token', state: 'ok', text: 'refused' },
      { what: 'a made-up token', state: 'ok', text: 'refused' },
      { what: 'the secret token', state: 'failed', text: 'refused' },
    ],
  },
  'agent-config': { state: 'skipped', summary: 'It needs "Token", which failed.', evidence: '', fix: null },
  'otlp-http': { state: 'skipped', summary: 'It needs "Token", which failed.', evidence: '', fix: null },
  'otlp-grpc': { state: 'skipped', summary: 'It needs "Token", which failed.', evidence: '', fix: null },
  rum: { state: 'skipped', summary: 'No origin of a page was given.', evidence: '', fix: null },
  'test-event': { state: 'skipped', summary: 'It needs "Token", which failed.', evidence: '', fix: null },
};

/** An examination that found something of everything. */
export const doctorReport: DoctorReport = {
  url: 'https://apm.corp.example:8200',
  verdict: 'failed',
  checks: CHECKS.map(({ id, title }) => ({
    id,
    title,
    details: [],
    ...(FOUND[id] ?? { state: 'ok', summary: 'All is as it should be.', evidence: 'seen', fix: null }),
  })),
  at: '2026-11-24T08:00:00.000Z',
  ms: 2140,
};

/** Answers of the doctor, which tell each check before the whole. */
export function doctorHandlers(
  push: (push: Push) => void,
): Pick<Handlers, 'doctor.checks' | 'doctor.run' | 'doctor.cancel' | 'doctor.junit'> {
  return {
    'doctor.checks': async () => ({ checks: CHECKS.map(({ id, title }) => ({ id, title })) }),
    'doctor.run': async ({ url, job }) => {
      for (const check of doctorReport.checks) if (job !== undefined) push({ topic: 'checked', job, check });
      return { ...doctorReport, url };
    },
    'doctor.cancel': async () => ({ cancelled: true }),
    'doctor.junit': async ({ report }) => ({ filename: 'sealwire-doctor.xml', content: junitReport(report) }),
  };
}
