import type { Admission, IntakeOutcome, OtlpBody } from '../../events/ports.ts';
import type { RelayedHead } from '../../relay/ports.ts';
import type { ConnectionLog } from '../connection-log.ts';
import { type Authorisation, SETTINGS_TOKEN_ID } from '../http/authorise.ts';
import { feedBody } from '../http/feed-body.ts';
import type { RouteServices } from '../routes/route.ts';

/** One export request, whichever way it came. */
export interface ExportRequest {
  readonly otlp: OtlpBody;
  readonly contentEncoding: string | null;
  readonly number: number;
  readonly log: ConnectionLog;
  readonly authorisation: Authorisation;
  readonly admission: Admission | null;
  /** What goes with the body where it is passed on. */
  readonly relayed: RelayedHead | null;
  body(): AsyncIterable<Uint8Array>;
}

/**
 * Hands an OTLP body to the worker and yields what came of it. Each resource that the worker meets is said, and the token's use by its service.
 * Throws when the client leaves.
 */
export async function takeExport(
  request: ExportRequest,
  { intake, tokens, limits, isDurable, nowMs }: RouteServices,
): Promise<IntakeOutcome> {
  const { log, number, authorisation, admission, otlp, contentEncoding, relayed } = request;
  let service: string | null = null;
  let environment: string | null = null;
  const stream = intake.begin({
    contentEncoding,
    receivedUs: Math.round(nowMs() * 1000),
    maxEventSize: limits.maxEventBytes,
    durable: isDurable(),
    admission,
    otlp,
    relayed,
    didIdentify(metadata) {
      service = metadata.service;
      environment = metadata.environment;
      const { verdict } = authorisation;
      if (verdict.result === 'accepted' && verdict.tokenId !== SETTINGS_TOKEN_ID)
        tokens.didUse(verdict.tokenId, service);
      log.say({ kind: 'metadata', request: number, metadata });
    },
    didStore: (counts) => log.say({ kind: 'stored', request: number, counts, service, environment }),
  });
  await feedBody(request.body(), stream);
  return stream.outcome;
}
