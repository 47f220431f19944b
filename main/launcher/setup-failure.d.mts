/** See `setup-failure.mjs`; the packaging, which is TypeScript, uses it too. */
export class SetupFailure extends Error {
  constructor(message: string, fix: string, options?: ErrorOptions);
  readonly fix: string;
}
export function orExplain(work: () => Promise<void>): Promise<void>;
