export type * from './agent-shapes.ts';
export type * from './canary-shapes.ts';
export type * from './central-shapes.ts';
export type * from './certificate-shapes.ts';
export type { Client } from './client.ts';
export type * from './desktop.ts';
export type * from './doctor-shapes.ts';
export {
  asSealwireError,
  ERRORS,
  type ErrorCode,
  type ErrorShape,
  type ExitCode,
  fail,
  isErrorCode,
  SealwireError,
} from './errors.ts';
export {
  type Handlers,
  type ParsedInput,
  PROCEDURES,
  type ProcedureInput,
  type ProcedureName,
  type ProcedureOutput,
} from './procedures.ts';
export { CHANGED_TOPICS, type ChangedTopic, type Push } from './pushes.ts';
export type * from './rehearsal-shapes.ts';
export type * from './relay-shapes.ts';
export { Secret } from './secret.ts';
export type * from './server-shapes.ts';
export type * from './shapes.ts';
export { STEP_CLAIMS, STEPS, type Step, type StepState } from './steps.ts';
export type * from './trust-shapes.ts';
export type * from './undo-plan.ts';
