import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AgentUnderTest } from './agent-under-test.ts';
import { describeCanary } from './canary.ts';
import { describeJourneys } from './journeys.ts';

const hasHttp = spawnSync('ruby', ['-rhttp', '-e', ''], { stdio: 'ignore' }).status === 0;

/*
 * The agent comes from RubyGems alone. What can be run of it is what it stands on: Ruby's OpenSSL and http.rb, in an application that uses them as the agent does and sends
 * what it sends. So the definition says "by source" of everything but trust.
 */
if (!hasHttp) {
  describe('an imitation of the ruby agent', () => {
    test.skip('needs Ruby with http.rb, which could not be installed', () => undefined);
  });
} else {
  const command = ['ruby', join(import.meta.dirname, 'apps', 'ruby', 'imitation.rb')];
  const agent: AgentUnderTest = {
    id: 'ruby',
    isImitation: true,
    framework: 'rails',
    how: 'over HTTP',
    agentName: 'ruby',
    wired: command,
    bare: null,
    cwd: import.meta.dirname,
    loading: {},
    orders: 2,
    process: /ruby/,
    caVariable: 'ELASTIC_APM_SERVER_CA_CERT_FILE',
  };
  describeJourneys(agent);
  describeCanary(agent, { isLong: true });

  test('Ruby takes what the agent says of a missing CA file for an error of OpenSSL', () => {
    const program =
      'OpenSSL::SSL::SSLContext.new.tap { |c| c.ca_file = "/none.pem" }.setup rescue puts $!.message, $!.class';

    expect(execFileSync('ruby', ['-ropenssl', '-e', program]).toString()).toContain('OpenSSL::SSL::SSLError');
  });
}
