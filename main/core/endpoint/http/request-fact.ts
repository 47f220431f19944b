import type { FactBody } from '../connection-log.ts';
import { maskHeaders, maskTarget, withoutPerson } from './mask.ts';
import type { ServedRequest } from './served-request.ts';

/** The fact of a request, credentials masked; without what tells a person where that is not to be kept. */
export function requestFact(
  request: Pick<ServedRequest, 'method' | 'url'> & { readonly rawHeaders: readonly string[] },
  number: number,
  isPersonal: boolean,
): FactBody {
  const headers = maskHeaders(request.rawHeaders);
  const shown = isPersonal ? headers : withoutPerson(headers);
  return {
    kind: 'request',
    request: number,
    method: request.method ?? '',
    path: maskTarget(request.url ?? '').slice(0, 2048),
    userAgent: shown.find(([name]) => name.toLowerCase() === 'user-agent')?.[1] ?? null,
    headers: shown,
  };
}
