import type { Step } from '../../../main/contract/index.ts';
import type { KnownAgent } from '../../../main/core/diagnose/known-agent.ts';
import type { DiagnosisCode } from '../../../main/core/diagnose/rule.ts';
import type { Fact } from '../../../main/core/evidence/facts.ts';
import { CERTIFICATE, type FactStream } from '../evidence/fact-stream.ts';

/** One case and what has to be said of it; the agent is Python where none is named, null stands for a client that nobody knows. */
export interface Row {
  readonly when: string;
  readonly agent?: KnownAgent | null;
  readonly facts: (at: FactStream) => Fact[];
  readonly code: DiagnosisCode | null;
  readonly step?: Step;
  readonly confidence?: 'certain' | 'probable' | 'possible';
  readonly says?: RegExp;
}

export const handshake = (at: FactStream): Fact[] => [at.accepted(), at.hello()];

export const alert = (at: FactStream, name: string, certificate = CERTIFICATE): Fact =>
  at.failed({ alert: name, how: 'alert', certificate });

export const request = (at: FactStream, path?: string): Fact[] => [...handshake(at), at.secured(), at.request(path)];
