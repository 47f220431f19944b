import { pathOf } from '../links/path-of.ts';

/** The page's address of a service, as the page itself writes it; connections that no service could be told for share one. */
export function servicePath({
  service,
  environment,
}: {
  readonly service: string | null;
  readonly environment: string | null;
}): string {
  const path = (service === null ? null : pathOf('service', service)) ?? '/service';
  return environment === null || environment === '' ? path : `${path}?${new URLSearchParams({ environment })}`;
}
