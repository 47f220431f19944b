import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { expect } from 'vitest';
import { type DoctorCheck, type DoctorReport, Secret } from '../../../main/contract/index.ts';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import type { DoctorOrder } from '../../../main/core/doctor/doctor-order.ts';
import { runDoctor } from '../../../main/core/doctor/run-doctor.ts';
import type { Surroundings } from '../../../main/core/doctor/surroundings.ts';

export const TOKEN = 'gRightRightRightRight';

const catalogue = await loadCatalogue();

/** The network as it is, with stores that hold nothing. */
export const world: Surroundings = {
  lookup: async () => [{ address: '127.0.0.1', family: 4 }],
  connect: (address, port) => connect({ host: address, port }),
  systemAuthorities: () => [],
  mozillaAuthorities: () => [],
  randomBytes,
  now: () => new Date(),
};

export interface Examined {
  readonly report: DoctorReport;
  /** Checks in the order in which they were told. */
  readonly told: readonly DoctorCheck[];
  check(id: string): DoctorCheck;
  /** `id state` of every check that is neither ok nor skipped. */
  readonly bad: readonly string[];
}

/** Runs the doctor in this process, and sees to it that no report holds the token. */
export async function examined(
  order: Partial<Omit<DoctorOrder, 'known' | 'credential'>> & {
    readonly url: string;
    readonly ca?: string | null;
    readonly token?: string | null;
  },
  around: Partial<Surroundings> = {},
): Promise<Examined> {
  const { ca = null, token = null, ...rest } = order;
  const told: DoctorCheck[] = [];
  const report = await runDoctor(
    {
      known: ca === null ? null : { from: 'given', pems: [ca] },
      credential: token === null ? null : { kind: 'token', secret: new Secret(token) },
      origin: null,
      send: false,
      catalogue,
      version: '0.1.0',
      ...rest,
    },
    { ...world, ...around },
    (check) => told.push(check),
  );
  expect(told).toEqual(report.checks);
  expect(JSON.stringify(report)).not.toContain(TOKEN);
  return {
    report,
    told,
    check: (id) => {
      const found = report.checks.find((check) => check.id === id);
      if (found === undefined) throw new Error(`there is no check ${id}`);
      return found;
    },
    bad: report.checks
      .filter(({ state }) => state === 'failed' || state === 'warning')
      .map(({ id, state }) => `${id} ${state}`),
  };
}
