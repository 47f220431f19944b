/** Time and size limits of the endpoint. */
export interface EndpointLimits {
  /** First byte to finished handshake. */
  readonly handshakeMs: number;
  /** One whole request, head and body, and its answer. It ends in a bare close (reference C, "time guard"). */
  readonly requestMs: number;
  /** Between requests. */
  readonly idleMs: number;
  /** How long requests that run may go on after `stop`. */
  readonly shutdownMs: number;
  readonly maxHeaderBytes: number;
  /** Longest line of an intake body, with its newline. */
  readonly maxEventBytes: number;
  /** An OTLP body, unpacked. The real server has no limit, and the memory of a machine of its own. */
  readonly maxExportBytes: number;
}

/** The real server's defaults (reference E2), but a shorter farewell: somebody waits for it in front of a screen. */
export const DEFAULT_LIMITS: EndpointLimits = {
  handshakeMs: 10_000,
  requestMs: 30_000,
  idleMs: 45_000,
  shutdownMs: 2_000,
  maxHeaderBytes: 1_048_576,
  maxEventBytes: 307_200,
  maxExportBytes: 64 * 1024 * 1024,
};
