import { DEFAULT_SERVER_SETTINGS, type ServerSettings } from './server-settings.ts';

/** Time and size limits of the endpoint. A time of 0 is without a limit, as in the real server's settings. */
export interface EndpointLimits {
  /** First byte to finished handshake. */
  readonly handshakeMs: number;
  /** From the end of the handshake until it is noted that no byte followed; no connection ends by it. */
  readonly silentMs: number;
  /** One whole request, head and body. It ends in a bare close (reference C, "time guard"). */
  readonly readMs: number;
  /** From the head of a request to the end of its answer. */
  readonly writeMs: number;
  /** Between requests. */
  readonly idleMs: number;
  /** How long requests that run may go on after `stop`. */
  readonly shutdownMs: number;
  readonly maxHeaderBytes: number;
  /** Longest line of an intake body, with its newline. */
  readonly maxEventBytes: number;
  /** Connections that are served at once; 0 is without a limit. */
  readonly maxConnections: number;
  /** An OTLP body, unpacked. The real server has no limit, and the memory of a machine of its own. */
  readonly maxExportBytes: number;
}

const HANDSHAKE_MS = 10_000;
/** Every agent writes its request as soon as it has a connection; a browser may open one ahead of need. */
const SILENT_MS = 3_000;
const FAREWELL_MS = 2_000;
const MOST_EXPORT_BYTES = 64 * 1024 * 1024;

/**
 * The limits that settings amount to. Three are not the real server's unless somebody asks for it: a handshake may take ten seconds, the farewell is short, because
 * somebody waits for it in front of a screen, and an OTLP body ends somewhere.
 */
export function limitsOf(settings: ServerSettings): EndpointLimits {
  const { readTimeoutMs, writeTimeoutMs, idleTimeoutMs, shutdownTimeoutMs } = settings;
  const isDefault = shutdownTimeoutMs === DEFAULT_SERVER_SETTINGS.shutdownTimeoutMs;
  return {
    handshakeMs: Math.min(HANDSHAKE_MS, ...[readTimeoutMs, writeTimeoutMs].filter((ms) => ms > 0)),
    silentMs: SILENT_MS,
    readMs: readTimeoutMs,
    writeMs: writeTimeoutMs,
    // Go's net/http takes the read timeout where there is none of its own for idleness.
    idleMs: idleTimeoutMs > 0 ? idleTimeoutMs : readTimeoutMs,
    shutdownMs: isDefault ? FAREWELL_MS : shutdownTimeoutMs,
    maxHeaderBytes: settings.maxHeaderSize,
    maxEventBytes: settings.maxEventSize,
    maxConnections: settings.maxConnections,
    maxExportBytes: MOST_EXPORT_BYTES,
  };
}
