import type { DoctorDetail, DoctorState } from '../../contract/index.ts';
import type { Examination } from './examination.ts';

/** What a check found. */
export interface Outcome {
  readonly state: DoctorState;
  readonly summary: string;
  readonly evidence: string;
  readonly fix: string | null;
  readonly details: readonly DoctorDetail[];
}

/** One check of a server. Each is a file of `checks/`; they are made in the order of `checks.ts`. */
export interface Check {
  readonly id: string;
  readonly title: string;
  /** Checks before it without which this one says nothing: where one of them failed or was skipped, this one is skipped. */
  readonly needs: readonly string[];
  /** Finds out. A `NetworkFault` that it throws is a failed check with that as its sentence. */
  run(examination: Examination): Promise<Outcome>;
}

type Details = readonly DoctorDetail[];

/** All is as it should be. */
export function passed(summary: string, evidence = '', details: Details = []): Outcome {
  return { state: 'ok', summary, evidence, fix: null, details };
}

/** It works, and something about it should be mended. */
export function warned(summary: string, evidence: string, fix: string | null, details: Details = []): Outcome {
  return { state: 'warning', summary, evidence, fix, details };
}

/** Agents will not get through, or a secret is in danger. */
export function failed(summary: string, evidence: string, fix: string | null, details: Details = []): Outcome {
  return { state: 'failed', summary, evidence, fix, details };
}

/** It was not looked at, and why. */
export function skipped(summary: string, fix: string | null = null): Outcome {
  return { state: 'skipped', summary, evidence: '', fix, details: [] };
}

/** Why a check of certificates is skipped where what is presented cannot be read. */
export const NO_CERTIFICATE = 'It presents no certificate that can be read.';
