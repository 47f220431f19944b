import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ELSEWHERE, SETTINGS } from '../../../main/core/server/known-settings.ts';
import { type ServerFolder, serverFolder } from '../../support/server-file.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/*
 * Every setting of the real server that there is (its `internal/beater/config` and elastic-agent-libs' `transport/tlscommon`), written out here as facts: each is in force, or
 * is taken and named once, or is refused as there. One that our list has and these do not, or the other way round, fails.
 */

/** Settings that the endpoint goes by, with a value that is not the default. */
const APPLIED: Readonly<Record<string, string>> = {
  host: '127.0.0.1:9200',
  'auth.secret_token': 'gtoken',
  'auth.api_key.enabled': 'true',
  'auth.api_key.limit': '50',
  'auth.anonymous.enabled': 'true',
  'auth.anonymous.allow_agent': '[rum-js, js-base, python]',
  'auth.anonymous.allow_service': '[shop]',
  'auth.anonymous.rate_limit.event_limit': '10',
  'auth.anonymous.rate_limit.ip_limit': '10',
  max_header_size: '65536',
  idle_timeout: '10s',
  read_timeout: '10s',
  write_timeout: '10s',
  shutdown_timeout: '5s',
  max_event_size: '1000',
  max_connections: '10',
  response_headers: '{X-A: a}',
  capture_personal_data: 'false',
  default_service_environment: 'staging',
  'expvar.enabled': 'true',
  'expvar.url': '/vars',
  'rum.enabled': 'true',
  'rum.allow_origins': '[https://a]',
  'rum.allow_headers': '[X-C]',
  'rum.response_headers': '{X-D: d}',
  'rum.library_pattern': 'vendor',
  'rum.exclude_from_grouping': '^/x',
  'agent.config.cache.expiration': '10s',
  'ssl.enabled': 'true',
  'ssl.certificate': 'server.pem',
  'ssl.key': 'server.key',
  'ssl.key_passphrase': 'unused',
  'ssl.key_passphrase_path': 'phrase',
  'ssl.disable_legacy_pem_support': 'true',
  'ssl.certificate_authorities': '[ca.pem]',
  'ssl.client_authentication': 'optional',
  'ssl.verification_mode': 'certificate',
  'ssl.ca_sha256': '[cGlu]',
  'ssl.supported_protocols': '[TLSv1.3]',
  'ssl.cipher_suites': '[ECDHE-ECDSA-AES-128-GCM-SHA256]',
  'ssl.curve_types': '[P-256]',
  'ssl.certificate_reload.enabled': 'true',
  'ssl.certificate_reload.reload_interval': '10s',
};

/** Settings that mean something only with Elasticsearch, Kibana, a licence, or in the server's own process; with what is named of each. */
const NAMED_ONCE: Readonly<Record<string, string>> = {
  'auth.api_key.elasticsearch.hosts': 'apm-server.auth.api_key.elasticsearch',
  max_concurrent_decoders: 'apm-server.max_concurrent_decoders',
  'pprof.enabled': 'apm-server.pprof',
  'rum.source_mapping.enabled': 'apm-server.rum.source_mapping',
  'rum.source_mapping.timeout': 'apm-server.rum.source_mapping',
  'rum.source_mapping.max_sourcemap_size': 'apm-server.rum.source_mapping',
  'kibana.enabled': 'apm-server.kibana',
  'kibana.host': 'apm-server.kibana',
  'data_streams.namespace': 'apm-server.data_streams',
  wait_ready_interval: 'apm-server.wait_ready_interval',
  'sampling.tail.enabled': 'apm-server.sampling',
  'sampling.tail.policies': 'apm-server.sampling',
};

/** Outputs that the real server has, beside `apm-server`. */
const OUTPUTS = ['elasticsearch', 'console', 'file', 'kafka', 'logstash', 'redis'];

let at: ServerFolder;
let authority: TestAuthority;
beforeAll(() => {
  at = serverFolder();
  authority = createTestAuthority();
  const { chainPem, keyPem } = authority.issue(['localhost']);
  at.write('server.pem', chainPem);
  at.write('server.key', keyPem.reveal());
  at.write('ca.pem', authority.caPem);
  at.write('phrase', 'unused');
});
afterAll(() => {
  at.remove();
  authority.remove();
});

describe('the settings of the real server', () => {
  test('that are in force are those of our list, no more and no fewer', () => {
    expect(SETTINGS.map(({ key }) => key).sort()).toEqual(Object.keys(APPLIED).sort());
  });

  test('that are not in force are all in sections of our list', () => {
    for (const [key, section] of Object.entries(NAMED_ONCE)) {
      expect(ELSEWHERE.map((each) => `apm-server.${each}`)).toContain(section);
      expect(SETTINGS.map((setting) => setting.key)).not.toContain(key);
    }
  });

  test('all at once are taken, and what has no meaning here is named, each section once and in one line', () => {
    const applied = Object.entries(APPLIED).map(([key, value]) => `apm-server.${key}: ${value}`);
    const others = Object.keys(NAMED_ONCE).map((key) => `apm-server.${key}: 1`);
    const outputs = OUTPUTS.map((name) => `output.${name}.enabled: false`);

    const { settings, tls, notes } = at.read([...applied, ...others, ...outputs].join('\n'));

    expect(notes).toHaveLength(1);
    const named = (notes[0] ?? '').replace(/^.*: /, '').replace(/\.$/, '').split(', ');
    expect(named.sort()).toEqual([...new Set([...Object.values(NAMED_ONCE), 'output'])].sort());
    expect([settings.maxEventSize, settings.rum.enabled, tls?.clientAuth.mode]).toEqual([1000, true, 'optional']);
  });

  test('that the real server refuses are refused', () => {
    expect(at.mistake('processors: [{drop_event: {}}]\napm-server: {}\n').message).toContain('"processors"');
  });
});
