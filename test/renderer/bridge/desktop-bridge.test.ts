import { describe, expect, test } from 'vitest';
import { type DesktopFace, type DesktopLink, fail } from '../../../main/contract/index.ts';
import { desktopBridge } from '../../../renderer/bridge/desktop-bridge.ts';
import { inWindowWords } from '../../../renderer/bridge/window-words.ts';

type Face = Pick<DesktopFace, 'call' | 'listen' | 'restartCore'>;

function face(change: Partial<Face>): Face {
  return {
    call: async () => ({ answer: null }),
    listen: () => () => undefined,
    restartCore: async () => undefined,
    ...change,
  };
}

describe('the bridge of the desktop window', () => {
  test('hands on procedure, input and answer', async () => {
    const asked: unknown[] = [];
    const bridge = desktopBridge(
      face({
        call: async (...call) => {
          asked.push(call);
          return { answer: { token: 't' } };
        },
      }),
    );

    expect(await bridge.call('token.show', {})).toEqual({ token: 't' });
    expect(asked).toEqual([['token.show', {}]]);
  });

  test('makes an error again of what came as data', async () => {
    const error = fail('NAME_REFUSED', { name: 'x', why: 'it is none', fix: 'Name another.' }).toShape();
    const bridge = desktopBridge(face({ call: async () => ({ error }) }));

    const thrown = await bridge.call('status', {}).catch((reason: unknown) => reason);

    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).toMatchObject(error);
  });

  test('understands a call that the shell itself refused', async () => {
    const bridge = desktopBridge(face({ call: () => Promise.reject(new Error('no such channel')) }));

    await expect(bridge.call('status', {})).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  test('tells states of the link with their problem, and ends when told to', () => {
    const problem = { message: 'The core ended.', fix: 'Start it again.', canRestart: true };
    let isEnded = false;
    let tell: (link: DesktopLink) => void = () => undefined;
    const heard: unknown[] = [];
    const bridge = desktopBridge(
      face({
        listen: (_onPush, onLink) => {
          tell = onLink;
          return () => {
            isEnded = true;
          };
        },
      }),
    );

    const end = bridge.listen(
      () => undefined,
      (...link) => heard.push(link),
    );
    tell({ state: 'lost', problem });
    tell({ state: 'open', problem: null });
    end();

    expect(heard).toEqual([
      ['lost', problem],
      ['open', null],
    ]);
    expect(isEnded).toBe(true);
  });
});

describe('next steps in the window', () => {
  test.each([
    fail('NOT_RUNNING', { home: '/h' }),
    fail('CONNECTION_LOST', { why: 'it ended' }),
    fail('INSTANCE_UNREACHABLE', { pid: 7, home: '/h', why: 'silence' }),
    fail('PORT_TAKEN', { port: 8200, address: '::1', owner: 'x', next: 8201 }),
    fail('ADDRESS_UNAVAILABLE', { address: '10.0.0.1', why: 'none' }),
    fail('PASSPHRASE_WRONG'),
    fail('VAULT_DAMAGED', { path: '/v', why: 'cut' }),
    fail('NOT_INITIALISED', { workspace: 'default' }),
    fail('DISK_FAILED', {
      action: 'write',
      path: '/h',
      why: 'the file system is read-only',
      fix: 'Make it writable, or name another folder with `--home DIR` (or SEALWIRE_HOME).',
    }),
  ])('ask for no command line: $code', (error) => {
    const worded = inWindowWords(error.toShape(), true);

    expect(worded.message).toBe(error.message);
    expect(worded.fix).not.toMatch(/`sealwire |--\w/);
    expect(worded.fix).not.toBe(error.fix);
    expect(inWindowWords(error.toShape(), false)).toEqual(error.toShape());
  });
});
