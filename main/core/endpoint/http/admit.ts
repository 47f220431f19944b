import type { Admission } from '../../events/ports.ts';
import type { AuthVerdict } from '../../evidence/facts.ts';
import type { RouteServices } from '../routes/route.ts';
import { clientAddress } from './client-address.ts';
import type { ServedRequest } from './served-request.ts';

/**
 * The terms on which a request without credentials goes on, having taken one from its address's allowance; null for a request with credentials, `too-many` where nothing
 * of the allowance is left (reference B4).
 */
export async function admit(
  verdict: AuthVerdict,
  request: ServedRequest,
  { rateLimiter, settings }: Pick<RouteServices, 'rateLimiter' | 'settings'>,
): Promise<Admission | null | 'too-many'> {
  if (verdict.result !== 'anonymous') return null;
  const allowance = rateLimiter.allowanceFor(clientAddress(request.headersDistinct, request.socket.remoteAddress));
  if (!(await allowance.takeOne())) return 'too-many';
  const { allowAgent, allowService } = settings.auth.anonymous;
  return { allowAgent, allowService, take: (events) => allowance.take(events) };
}
