import type { AgentDefinition } from '../agents/definition.ts';

/** What evidence and diagnosis look at in an agent's definition: how to recognise it, how it turns a certificate down, how its cures are written. */
export type KnownAgent = Pick<
  AgentDefinition,
  | 'id'
  | 'title'
  | 'metadataNames'
  | 'userAgent'
  | 'paths'
  | 'preflights'
  | 'relays'
  | 'relayUserAgent'
  | 'executable'
  | 'insteadOf'
  | 'hello'
  | 'rejection'
  | 'settings'
  | 'forms'
  | 'cure'
>;
