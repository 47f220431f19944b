/** The six rungs of the ladder, in the order in which a connection climbs them (design: "What each rung may claim"). */
export const STEPS = ['reached', 'encrypted', 'trusted', 'authorised', 'identified', 'reporting'] as const;

export type Step = (typeof STEPS)[number];

/** `n/a` is a rung that cannot apply to this service, for example `authorised` where no token is asked for. */
export type StepState = 'ok' | 'failed' | 'waiting' | 'n/a';

/** What each rung claims, and no more; shown beside the rung on hover or focus. */
export const STEP_CLAIMS: Readonly<Record<Step, string>> = {
  reached: 'A TCP connection arrived at the endpoint.',
  encrypted: 'A TLS handshake finished with these parameters.',
  trusted: 'The client accepted our certificate. Only a canary can tell whether it verified it.',
  authorised: 'The secret token matched.',
  identified: 'Metadata named the service and its agent.',
  reporting: 'An event was stored.',
};
