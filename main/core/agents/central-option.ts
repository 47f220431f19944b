/** One option that an agent takes from central configuration while it runs. Names and rules are read in the agent's own source. */
export interface CentralOption {
  /** Name on the wire. */
  readonly name: string;
  readonly kind: 'rate' | 'count' | 'duration' | 'boolean' | 'choice' | 'list';
  /** For `choice`: every value that the agent knows. */
  readonly choices?: readonly string[];
  /** For `duration`: the units that the agent reads; a unit must be written. */
  readonly units?: readonly string[];
  /** For `duration`: whether a negative value has a meaning (never). */
  readonly isNegativeAllowed?: boolean;
}
