import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readUserAgent } from '../../../main/core/evidence/user-agent.ts';

describe('the User-Agent of an agent', () => {
  test.each([
    ['apm-agent-nodejs/4.18.0 (shop-web 1.2.3)', 'nodejs', '4.18.0', 'shop-web'],
    ['apm-agent-python/6.26.2 (shop-api)', 'python', '6.26.2', 'shop-api'],
    ['apm-agent-nodejs/4.18.0 (my shop 1.2)', 'nodejs', '4.18.0', 'my shop'],
    ['elastic-apm-ruby/4.9.0 (store)', 'ruby', '4.9.0', 'store'],
    ['apm-agent-dotnet/1.34.5+sha (svc 1.0) System.Net.Http/8.0 .NET_8/8.0', 'dotnet', '1.34.5+sha', 'svc'],
    ['apm-agent-go/2.7.12', 'go', '2.7.12', null],
    ['elasticapm-go/1.15.0 go/go1.26.3', 'go', '1.15.0', null],
    ['elasticapm-node/3.8.0 elastic-apm-http-client/9.4.2 node/12.20.0', 'nodejs', '3.8.0', null],
    ['elasticapm-dotnet/1.5.1 System.Net.Http/4.6.28208.02 .NET_Core/2.2.8', 'dotnet', '1.5.1', null],
    ['OTel-OTLP-Exporter-JavaScript/0.301.0', 'opentelemetry/javascript', '0.301.0', null],
    ['elastic-otlp-http-java/1.5.0 OTel-OTLP-Exporter-Java/1.49.0', 'opentelemetry/java', '1.49.0', null],
    ['OTel OTLP Exporter PHP/1.10.0', 'opentelemetry/php', '1.10.0', null],
    ['elastic-otlp-http-php/1.4.0', 'opentelemetry/php', '1.4.0', null],
    ['otlp-http-php-distro/0.4.0', 'opentelemetry/php', '0.4.0', null],
    ['OTel OTLP Exporter Go/1.38.0', 'opentelemetry/go', '1.38.0', null],
  ])('%s', (header, name, version, service) => {
    expect(readUserAgent(header)).toEqual({ agent: { name, version }, service });
  });

  test.each(['curl/8.5.0', 'python-requests/2.32', '', 'Mozilla/5.0 apm-agent-nodejs/4.18.0'])(
    'is not %s',
    (header) => {
      expect(readUserAgent(header)).toBeNull();
    },
  );

  test('gives back the service name it was made from, spaces and all', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9_-]([A-Za-z0-9 _-]{0,20}[A-Za-z0-9_-])?$/);
    const version = fc.stringMatching(/^[A-Za-z0-9.]{1,8}$/);

    fc.assert(
      fc.property(name, version, (service, serviceVersion) => {
        expect(readUserAgent(`apm-agent-go/2.7.12 (${service} ${serviceVersion})`)?.service).toBe(service);
      }),
    );
  });
});
