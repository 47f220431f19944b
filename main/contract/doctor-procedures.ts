import { z } from 'zod';
import { doctorReport, doctorRequest } from './doctor-shapes.ts';

/** Procedures that examine a server from outside. */
export const DOCTOR_PROCEDURES = {
  /** Every check in the order in which they are made. */
  'doctor.checks': {
    input: z.object({}),
    output: z.object({ checks: z.array(z.object({ id: z.string(), title: z.string() })) }),
  },
  /**
   * Examines a server, within about fifteen seconds, and tells each check by the push `checked` under the `job` that the caller made up. Whatever the server does is an answer;
   * it rejects for a URL, an origin or a CA that is none, and with `CANCELLED` after `doctor.cancel`. Secrets are neither kept nor logged, and the answer holds none.
   */
  'doctor.run': {
    input: doctorRequest.extend({ job: z.string().min(1).max(64).optional() }),
    output: doctorReport,
  },
  /** `cancelled` is false where no such job runs any more. */
  'doctor.cancel': { input: z.object({ job: z.string() }), output: z.object({ cancelled: z.boolean() }) },
  /** A report as JUnit XML, for what shows the tests of a build. */
  'doctor.junit': {
    input: z.object({ report: doctorReport }),
    output: z.object({ filename: z.string(), content: z.string() }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
