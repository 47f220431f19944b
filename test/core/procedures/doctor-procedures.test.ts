import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type ParsedInput, type Push, Secret } from '../../../main/contract/index.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import type { Security } from '../../../main/core/parts.ts';
import { doctorProcedures } from '../../../main/core/procedures/doctor-procedures.ts';
import { doctorReport } from '../../support/fake-ui-doctor.ts';

const TOKEN = 'gOwnOwnOwnOwn';

function procedures(): {
  readonly handlers: ReturnType<typeof doctorProcedures>;
  readonly pushes: Push[];
  shown(): number;
} {
  const pushes: Push[] = [];
  let shown = 0;
  // As much of the workspace as the doctor asks for.
  const security = {
    caPath: () => null,
    showToken: async () => {
      shown += 1;
      return new Secret(TOKEN);
    },
  } as unknown as Security;
  const handlers = doctorProcedures({
    host: realHost({}),
    version: '0.1.0',
    security,
    catalogue: [],
    push: (push) => pushes.push(push),
  });
  return { handlers, pushes, shown: () => shown };
}

const order = (given: Partial<ParsedInput<'doctor.run'>>): ParsedInput<'doctor.run'> => ({
  url: 'https://127.0.0.1:1',
  ownToken: false,
  send: false,
  ...given,
});

async function silentServer(): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    onTestFinished(() => void socket.destroy());
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

describe('an examination', () => {
  test('tells each check under the name of its job, in the order that was announced', async () => {
    const { handlers, pushes, shown } = procedures();

    const { checks: planned } = await handlers['doctor.checks']({});
    const report = await handlers['doctor.run'](order({ job: 'mine' }));

    const told = pushes.flatMap((push) => (push.topic === 'checked' && push.job === 'mine' ? [push.check] : []));
    expect(told).toEqual(report.checks);
    expect(report.checks.map(({ id, title }) => ({ id, title }))).toEqual(planned);
    expect(pushes.at(-1)).toEqual({ topic: 'progress', job: 'mine', done: planned.length, total: planned.length });
    expect(shown()).toBe(0);
  });

  test('ends when it is cancelled, and runs once under a name', async () => {
    const { handlers } = procedures();
    const running = handlers['doctor.run'](order({ url: await silentServer(), job: 'mine' }));

    await expect(handlers['doctor.run'](order({ job: 'mine' }))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(await handlers['doctor.cancel']({ job: 'mine' })).toEqual({ cancelled: true });

    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await handlers['doctor.cancel']({ job: 'mine' })).toEqual({ cancelled: false });
  });

  test.each<readonly [string, Partial<ParsedInput<'doctor.run'>>, RegExp]>([
    ['two secrets', { token: 'gOne', ownToken: true }, /Only one can be sent/],
    ['a token with a line break', { token: 'gSecret\nX: y' }, /printable ASCII/],
    ['a CA file without a certificate', { ca: 'nothing' }, /holds no certificate/],
    ['a damaged certificate', { ca: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n' }, /damaged/],
    ['an origin with a path', { origin: 'https://shop.example/cart' }, /scheme, host and port/],
    ['an origin that is none', { origin: 'shop.example' }, /scheme, host and port/],
  ])('is refused with %s, in a sentence that holds no secret', async (_what, given, message) => {
    const { handlers } = procedures();

    await expect(handlers['doctor.run'](order(given))).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(message),
    });
    await expect(handlers['doctor.run'](order(given))).rejects.toMatchObject({
      message: expect.not.stringMatching(/gOne|gSecret/),
    });
  });

  test('asks the vault for its own token where that was chosen, and for none else', async () => {
    const { handlers, shown } = procedures();

    const report = await handlers['doctor.run'](order({ ownToken: true }));

    expect(shown()).toBe(1);
    expect(JSON.stringify(report)).not.toContain(TOKEN);
  });

  test('is given as JUnit', async () => {
    const { filename, content } = await procedures().handlers['doctor.junit']({ report: doctorReport });

    expect(filename).toBe('sealwire-doctor.xml');
    expect(content).toContain('failures="1" errors="0" skipped="5"');
    expect(content).toContain('<failure message="The secret token is wrong." type="token">');
  });
});
