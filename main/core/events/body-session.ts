import { type IntakeSession, openSession, type SessionOptions } from './intake-session.ts';
import { type OtlpSessionOptions, openOtlpSession } from './otlp-session.ts';
import type { OtlpBody } from './ports.ts';

/** The work on one body, whichever kind it is; `memory` is what the OTLP bodies of this thread hold together. */
export function openBodySession(
  options: SessionOptions,
  otlp: OtlpBody | null,
  memory: OtlpSessionOptions['memory'],
): IntakeSession {
  return otlp === null ? openSession(options) : openOtlpSession({ ...options, otlp, memory });
}
