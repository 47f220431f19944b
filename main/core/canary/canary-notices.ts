import type { Notice, Service } from '../../contract/index.ts';

/** One notice for each service whose agent was found not to verify. */
export function canaryNotices(services: readonly Service[]): Notice[] {
  return services.flatMap(({ service, environment, verifies }) => {
    if (service === null || verifies?.result !== 'off') return [];
    const query = environment === null ? '' : `?environment=${encodeURIComponent(environment)}`;
    return [
      {
        id: `verification-off ${service} ${environment ?? ''}`,
        level: 'attention',
        title: `${service} does not verify the certificate`,
        text: 'In its canary it sent data to a certificate that nobody trusts: verification is switched off, so whoever stands between can read the token.',
        screen: `/service/${encodeURIComponent(service)}${query}`,
      },
    ];
  });
}
