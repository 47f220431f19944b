import { addressOf } from './router.ts';

interface ServiceKey {
  readonly service: string | null;
  readonly environment: string | null;
}

/** The address of a service's screen, with something to open there; connections that no service could be told for share one. */
export function serviceAddress({ service, environment }: ServiceKey, wish: string | null = null): string {
  const path = service === null ? '/service' : `/service/${encodeURIComponent(service)}`;
  return addressOf(path, { environment, do: wish });
}

/** Whether a service is the one that an address names; without an environment the first of that name is meant. */
export function isAtAddress(candidate: ServiceKey, name: string, environment: string | null): boolean {
  return (candidate.service ?? '') === name && (environment === null || candidate.environment === environment);
}
