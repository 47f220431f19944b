import { describe, expect, test } from 'vitest';
import { noOwnerLookup, type SocketOwner } from '../../../main/core/evidence/owner-lookup.ts';
import { factStream, MISSING, WRONG } from './fact-stream.ts';
import { openEvidence } from './open-evidence.ts';

const everything = { limit: 200 } as const;

const DISTRUST = 'reached ok, encrypted ok, trusted failed, authorised waiting, identified waiting, reporting waiting';

describe('whose connection it is', () => {
  const found: SocketOwner = {
    pid: 20,
    ancestors: [10, 2],
    executable: 'python3.11',
    command: 'python app.py',
    service: null,
    environment: null,
  };
  const owners = { ...noOwnerLookup(''), find: async () => found };

  test('is the service that `run` started, also where a child of it connects', async () => {
    const { evidence, take, rungs, service } = openEvidence({ owners });
    evidence.launched({ pid: 10, agent: 'python', service: 'shop-api', command: 'honcho start --token s3cret' });
    expect(service('shop-api')).toMatchObject({
      attribution: 'run',
      process: { command: 'honcho start --token [redacted]' },
    });
    const at = factStream('c1');

    take([at.accepted(), at.hello()]);
    await Promise.resolve();
    take([at.failed({ alert: 'unknown_ca', how: 'alert' })]);

    expect(rungs('shop-api')).toBe(DISTRUST);
    expect(service('shop-api')).toMatchObject({ attribution: 'run', process: { pid: 20 }, agentId: 'python' });
  });

  test('is known of a process that connected before `run` told of it', async () => {
    const { evidence, take, service } = openEvidence({ owners });
    take([factStream('c1').accepted()]);
    await Promise.resolve();

    evidence.launched({ pid: 20, agent: 'python', service: 'shop-api', command: 'python app.py' });

    expect(service('shop-api').attribution).toBe('run');
  });

  test('is that of the process that `run` started and that gives itself its id, where it could not be looked up', () => {
    const { evidence, take, service } = openEvidence();
    const launch = { agent: 'python', service: 'shop-api', command: 'python app.py' };
    evidence.launched({ pid: 4711, ...launch });
    const at = factStream('c1');

    take([at.accepted(), at.secured(), at.request(), at.metadata({ pid: 4711 })]);

    expect(service('shop-api').process).toEqual({ pid: 4711, command: 'python app.py' });
  });

  test('is not put down to a process of the same id on another machine', () => {
    const { evidence, take, service } = openEvidence();
    evidence.launched({ pid: 4711, agent: 'python', service: 'other', command: 'python app.py' });
    const at = factStream('c1');

    take([
      { ...at.accepted(), remote: { address: '192.0.2.7', port: 50_000 } },
      at.secured(),
      at.request(),
      at.metadata({ pid: 4711 }),
    ]);

    expect(service('shop-api').process).toBeNull();
  });

  test('is looked up again at its answers where the first look told nothing, and not for ever', async () => {
    const looks: number[] = [];
    const { take, service } = openEvidence({
      owners: {
        unavailable: null,
        find: async () => {
          looks.push(looks.length);
          return looks.length < 3 ? null : { ...found, service: 'shop-api' };
        },
      },
    });
    const at = factStream('c1');
    const ask = async (stream: typeof at): Promise<void> => {
      take([stream.request('/'), stream.response(401)]);
      await Promise.resolve();
    };

    take([at.accepted(), at.secured()]);
    await Promise.resolve();
    for (let request = 0; request < 5; request += 1) await ask(at);

    expect(service('shop-api').process).toMatchObject({ pid: 20 });
    expect(looks).toHaveLength(3);
  });

  test('is searched for to the end before its client can leave, where one look had not the time', async () => {
    let looks = 0;
    const { take, service } = openEvidence({
      owners: {
        unavailable: null,
        find: async () => {
          looks += 1;
          return looks < 4 ? 'unfinished' : { ...found, service: 'shop-api' };
        },
      },
    });
    const at = factStream('c1');

    take([at.accepted()]);
    for (let look = 0; look < 4; look += 1) await Promise.resolve();
    take([at.hello(), at.failed({ alert: null, how: 'closed' })]);

    expect(service('shop-api')).toMatchObject({ process: { pid: 20 }, stoppedAt: 'trusted' });
  });

  test('is searched for no more than four times at once', async () => {
    let looks = 0;
    const { take } = openEvidence({
      owners: {
        unavailable: null,
        find: async () => {
          looks += 1;
          return 'unfinished';
        },
      },
    });

    take([factStream('c1').accepted()]);
    for (let look = 0; look < 9; look += 1) await Promise.resolve();

    expect(looks).toBe(4);
  });

  test('that stays open is found also where every look at its first answers told nothing', async () => {
    let isBusy = true;
    const { take, service } = openEvidence({
      owners: { unavailable: null, find: async () => (isBusy ? null : { ...found, service: 'shop-api' }) },
    });
    const [early, late] = [factStream('c1'), factStream('c1', 60_000)];
    take([early.accepted(), early.secured()]);
    for (let request = 0; request < 9; request += 1) take([early.request('/'), early.response(401)]);
    await Promise.resolve();

    isBusy = false;
    take([late.request('/'), late.response(401)]);
    await Promise.resolve();

    expect(service('shop-api')).toMatchObject({ process: { pid: 20 } });
  });

  test('that nobody can be found for is looked up ever more seldom', async () => {
    let looks = 0;
    const { take } = openEvidence({
      owners: {
        unavailable: null,
        find: async () => {
          looks += 1;
          return null;
        },
      },
    });

    take([factStream('c1').accepted()]);
    // An hour with an answer each second.
    for (let second = 0; second < 3600; second += 1) {
      const at = factStream('c1', second * 1000);
      take([at.request('/'), at.response(401)]);
    }

    expect(looks).toBe(15);
  });

  test('is what its User-Agent says where there is no metadata', () => {
    const { take, service } = openEvidence();
    const at = factStream('c1');

    take([at.accepted(), at.secured(), at.request('/', { userAgent: 'apm-agent-nodejs/4.18.0 (my shop 1.2)' })]);

    expect(service('my shop')).toMatchObject({
      attribution: 'user-agent',
      agent: { name: 'nodejs', version: '4.18.0' },
    });
  });

  test('is that of the agent whose path it asks for, though a browser says nothing of it', () => {
    const { evidence, take, service } = openEvidence();
    evidence.openWiring({ agent: 'rum-js', service: 'shop-front' });
    const userAgent = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0';
    const [page, report] = [factStream('c1'), factStream('c2')];

    take([page.accepted(), page.secured(), page.request('/', { userAgent })]);
    expect(service('shop-front').steps[0]?.state).toBe('waiting');
    take([report.accepted(), report.secured(), report.request('/intake/v2/rum/events', { userAgent })]);

    expect(service('shop-front')).toMatchObject({ attribution: 'wiring', agentId: 'rum-js' });
    expect(service('shop-front').steps[0]?.state).toBe('ok');
    expect(service('shop-front').steps[3]).toMatchObject({
      state: 'waiting',
      evidence: 'no report has been let in yet; a page shows no token, and is let in by its origin',
    });
  });

  test('is that of a page whose browser asks about OTLP, and not of whoever else exports without a name', () => {
    const { evidence, take, service } = openEvidence();
    evidence.openWiring({ agent: 'otel-browser', service: 'shop-front' });
    const [other, page] = [factStream('c1'), factStream('c2')];

    take([other.accepted(), other.secured(), other.request('/v1/traces', { userAgent: 'curl/8.5' })]);
    expect(service('shop-front').steps[0]?.state).toBe('waiting');
    const preflight = page.request('/v1/traces', { method: 'OPTIONS', userAgent: 'Mozilla/5.0 Chrome/156' });
    take([page.accepted(), page.secured(), preflight, page.verdict(MISSING), page.response(401)]);

    expect(service('shop-front')).toMatchObject({
      attribution: 'wiring',
      agentId: 'otel-browser',
      stoppedAt: 'authorised',
      diagnosis: { code: 'OTLP_FROM_PAGE' },
    });
  });

  test('is that of a page whose report something passes on under the name of its browser', () => {
    const { evidence, take, service } = openEvidence();
    evidence.openWiring({ agent: 'otel-browser', service: 'shop-front' });
    const at = factStream('c1');

    const report = at.request('/v1/traces', { userAgent: 'Mozilla/5.0 Chrome/156' });
    take([at.accepted(), at.secured(), report, at.verdict(WRONG), at.response(401)]);

    expect(service('shop-front')).toMatchObject({ agentId: 'otel-browser', diagnosis: { code: 'TOKEN_WRONG' } });
  });

  test('is that of the page which a program passes on, though the program is run by Node.js', async () => {
    const relay = { ...found, executable: 'node', command: 'node /shop/node_modules/.bin/vite', service: null };
    const { evidence, take, service } = openEvidence({ owners: { ...owners, find: async () => relay } });
    evidence.openWiring({ agent: 'otel-browser', service: 'shop-front' });
    const at = factStream('c1');

    take([at.accepted(), at.hello()]);
    await Promise.resolve();
    take([at.failed({ how: 'reset' }), at.closed()]);

    expect(service('shop-front')).toMatchObject({
      attribution: 'wiring',
      agentId: 'otel-browser',
      stoppedAt: 'trusted',
    });
  });

  test('is that of the page whose reports a Collector passes on, by the name of that where nobody could be found', () => {
    const { evidence, take, service } = openEvidence();
    evidence.openWiring({ agent: 'otel-browser', service: 'shop-front' });
    const at = factStream('c1');

    const plain = at.plainHttp('POST /v1/traces HTTP/1.1');
    const said = { ...plain, userAgent: 'OpenTelemetry Collector Contrib/0.106.1 (linux/amd64)' };
    take([at.accepted(), said, at.closed()]);

    expect(service('shop-front')).toMatchObject({
      attribution: 'wiring',
      agentId: 'otel-browser',
      diagnosis: { code: 'PLAIN_HTTP' },
    });
  });

  test('is nobody’s agent where an OpenTelemetry exporter speaks, though it runs in the same interpreter', async () => {
    const { take, service } = openEvidence({
      owners: { ...owners, find: async () => ({ ...found, service: 'shop-api', isOpenTelemetry: true }) },
    });
    const at = factStream('c1');

    take([at.accepted(), at.secured(), at.request('/v1/traces', { userAgent: 'OTel-OTLP-Exporter-Python/1.45.2' })]);
    await Promise.resolve();

    expect(service('shop-api')).toMatchObject({ attribution: 'environment', agentId: null, agent: null });
  });

  test('is that of each service that it speaks for, with its own counts', () => {
    const { evidence, take, service, rungs } = openEvidence();
    const at = factStream('c1');
    take([
      at.accepted(),
      at.secured(),
      at.request('/v1/traces'),
      at.metadata({ service: 'shop', environment: 'test' }),
      at.stored(2, 0, { service: 'shop', environment: 'test' }),
      at.metadata({ service: 'till', environment: 'test' }),
      at.stored(3, 0, { service: 'till', environment: 'test' }),
      at.request('/v1/traces'),
      at.metadata({ service: 'shop', environment: 'test' }),
      at.stored(5, 0, { service: 'shop', environment: 'test' }),
      at.request('/v1/traces'),
      at.verdict(WRONG),
    ]);

    expect(service('shop').counts.transaction).toBe(7);
    expect(service('till').counts.transaction).toBe(3);
    expect(rungs('till')).toContain('reporting ok');
    expect([service('shop').stoppedAt, service('till').stoppedAt]).toEqual(['authorised', null]);

    evidence.forget('till', 'test');

    expect(evidence.services().map((each) => each.service)).toEqual(['shop']);
  });

  test('is learnt late: a failure of a process is put down to the name it gives itself on another connection', () => {
    const { take, evidence, service } = openEvidence();
    const [bad, good] = [factStream('c1'), factStream('c2', 100)];
    take([
      bad.accepted(),
      bad.owner({ service: null }),
      bad.hello(),
      bad.failed({ alert: 'unknown_ca', how: 'alert' }),
    ]);
    expect(service(null).stoppedAt).toBe('trusted');

    take([good.accepted(), good.owner({ service: null }), good.secured(), good.request(), good.metadata()]);

    expect(evidence.services().map((each) => each.service)).toEqual(['shop-api']);
    expect(evidence.attempts({ ...everything, service: 'shop-api' }).map(({ id }) => id)).toEqual(['c2', 'c1']);
  });

  test('is put down to the wiring that is open where nothing else tells', () => {
    const { evidence, take, service } = openEvidence();
    evidence.openWiring({ agent: 'nodejs', service: 'shop-web' });
    const at = factStream('c1');

    take([at.accepted(), at.hello(), at.failed(), at.closed()]);

    expect(service('shop-web')).toMatchObject({
      attribution: 'wiring',
      stoppedAt: 'trusted',
      diagnosis: { code: 'CA_NOT_TRUSTED' },
    });
  });

  test.each([
    ['another kind of process', { agentId: null, service: null, command: 'curl https://localhost:8200' }, null],
    ['a process of another agent', { agentId: 'python', service: null }, null],
    ['a client that names itself otherwise', { agentId: 'nodejs', service: null }, 'curl/8.5'],
  ])('is not the open wiring’s where %s made it', (_what, owner, userAgent) => {
    const { evidence, take, service } = openEvidence();
    evidence.openWiring({ agent: 'nodejs', service: 'shop-web' });
    const at = factStream('c1');

    take([at.accepted(), at.owner(owner), at.secured(), at.request('/', { userAgent }), at.verdict(WRONG)]);

    expect(service('shop-web').steps[0]?.state).toBe('waiting');
    expect(service(null).attribution).toBe('none');
  });

  test('does not reach a line to paste when its name could do harm there', () => {
    const { take, service } = openEvidence();
    const at = factStream('c1');
    const name = '$(rm -rf ~)';

    take([at.accepted(), at.owner({ service: name }), at.hello(), at.failed({ alert: 'unknown_ca', how: 'alert' })]);

    expect(service(name).diagnosis?.fixes[0]?.snippet).toBe(
      'CA_NOT_TRUSTED https://localhost:8200 /home/ada/ca.pem my-service',
    );
  });

  test('is left open and said in the log where the look-up breaks', async () => {
    const broken = { ...noOwnerLookup(''), find: () => Promise.reject(new Error('odd')) };
    const { take, logged, evidence } = openEvidence({ owners: broken });

    take([factStream('c1').accepted()]);
    await Promise.resolve();

    expect(logged).toEqual(['a connection’s process could not be looked up']);
    expect(evidence.attempts(everything)).toHaveLength(1);
  });
});
