import { chmodSync, chownSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { realHost } from '../../main/core/host/real-host.ts';
import { connectControl } from '../../main/transport/control-client.ts';
import { serveControlSocket } from '../../main/transport/control-server.ts';
import { announceInstance } from '../../main/transport/instance-file.ts';
import { ownField } from '../../main/transport/own-field.ts';
import { runFilesOf } from '../../main/transport/run-folder.ts';
import { controlled, listening } from '../support/carriers.ts';
import { FAKE_TOKEN, fakeCore } from '../support/fake-core.ts';
import { frame, greetingFor, newNonce, type RawPeer, squatter } from '../support/raw-control.ts';
import { tempHome } from '../support/temp-home.ts';

const host = realHost();

describe('a client of the control socket', () => {
  test('finds nobody where nothing was ever started', async () => {
    expect(await connectControl(tempHome(), host)).toBeNull();
  });

  test.each(['', '{', '[]', '{"pid":1}', '{"pid":"1","socket":"x","startedAt":"","version":"","ui":null}'])(
    'finds nobody where instance.json is %j',
    async (content) => {
      const folders = tempHome();
      await listening(fakeCore(), folders);
      writeFileSync(runFilesOf(folders).instance, content);

      expect(await connectControl(folders, host)).toBeNull();
    },
  );

  test('finds nobody behind the files that a killed instance left', async () => {
    const folders = tempHome();
    const server = await listening(fakeCore(), folders);
    const key = readFileSync(runFilesOf(folders).key);
    await server.close();
    writeFileSync(runFilesOf(folders).key, key, { mode: 0o600 });

    expect(await connectControl(folders, host)).toBeNull();
  });

  test('says which process does not answer when the other side stays silent', async () => {
    const { folders } = await squatted(() => undefined);

    await expect(connectControl(folders, host, { proofWithinMs: 20 })).rejects.toMatchObject({
      code: 'INSTANCE_UNREACHABLE',
      message: expect.stringContaining(`process ${process.pid}`),
    });
  });

  test('says so when the other side hangs up', async () => {
    const { folders } = await squatted((peer) => void peer.socket.destroy());

    await expect(connectControl(folders, host)).rejects.toMatchObject({ code: 'INSTANCE_UNREACHABLE' });
  });

  test('calls that wait when the other side goes away are told so, and so are later ones', async () => {
    const core = fakeCore();
    const { client, server } = await controlled(core);
    const asked = Promise.withResolvers<void>();
    core.answer('status', () => {
      asked.resolve();
      return new Promise(() => undefined);
    });
    const waiting = client.call('status', {});
    await asked.promise;

    await Promise.all([server.close(), expect(waiting).rejects.toMatchObject({ code: 'CONNECTION_LOST' })]);

    await expect(client.call('status', {})).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
    expect(() => client.listen(() => undefined)).toThrow(expect.objectContaining({ code: 'CONNECTION_LOST' }));
  });

  test('refuses to send more than 16 MiB and goes on', async () => {
    const { client } = await controlled(fakeCore());

    await expect(client.call('vault.unlock', { passphrase: 'x'.repeat(17 * 1024 * 1024) })).rejects.toMatchObject({
      code: 'TOO_LARGE',
    });
    expect(await client.call('token.show', {})).toEqual({ token: FAKE_TOKEN });
  });

  test('asks again with the new key where another instance took the place of the one it first found', async () => {
    const folders = tempHome();
    const first = await listening(fakeCore(), folders);
    const outdated = readFileSync(runFilesOf(folders).key);
    await first.close();
    await listening(fakeCore(), folders);
    const answers = [outdated];
    const read = (path: string) =>
      (path === runFilesOf(folders).key ? answers.shift() : undefined) ?? host.disk.read(path);

    const client = await connectControl(folders, { ...host, disk: { ...host.disk, read } });
    onTestFinished(() => client?.close());

    expect(answers).toEqual([]);
    expect(await client?.call('token.show', {})).toEqual({ token: FAKE_TOKEN });
  });

  test('finds nobody where the instance ends while it is being asked', async () => {
    const { folders } = await squatted((peer, { run }) => {
      host.disk.remove(join(run, 'instance.key'));
      peer.socket.destroy();
    });

    expect(await connectControl(folders, host)).toBeNull();
  });

  test('imports no library, so that the command line starts quickly', async () => {
    const root = resolve(import.meta.dirname, '..', '..');
    const built = await build({
      absWorkingDir: root,
      entryPoints: [join(root, 'main/transport/control-client.ts')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      write: false,
      metafile: true,
    });

    const inputs = Object.keys(built.metafile.inputs);

    expect(inputs.filter((path) => path.includes('node_modules'))).toEqual([]);
    expect(inputs.filter((path) => path.startsWith('main/contract/'))).toEqual(['main/contract/errors.ts']);
  });
});

describe('files that somebody else could have put there', () => {
  test.each(['instance.key', 'control.sock', '.'])('%s open to others is refused', async (name) => {
    const { folders } = await controlled(fakeCore());
    chmodSync(join(folders.run, name), 0o755);

    await expect(connectControl(folders, host)).rejects.toMatchObject({
      code: 'PATH_UNSAFE',
      message: expect.stringContaining('others may use it'),
    });
  });

  test.each(['instance.key', 'control.sock', '.'])('%s of another user is refused', async (name) => {
    const { folders } = await controlled(fakeCore());
    const facts = (path: string) => {
      const real = host.disk.facts(path);
      return real !== null && path === join(folders.run, name) ? { ...real, ownerId: 65_534 } : real;
    };

    await expect(connectControl(folders, { ...host, disk: { ...host.disk, facts } })).rejects.toMatchObject({
      code: 'PATH_UNSAFE',
      message: expect.stringContaining('belongs to user 65534'),
    });
  });

  test.runIf(process.getuid?.() === 0)('a socket that really belongs to another user is told nothing', async () => {
    const { folders, heard, address } = await squatted(() => undefined);
    chownSync(address, 65_534, 65_534);

    await expect(connectControl(folders, host)).rejects.toMatchObject({ code: 'PATH_UNSAFE' });
    expect(heard()).toEqual([]);
  });
});

describe('a squatter on the path of the control socket', () => {
  const LIES: Readonly<Record<string, (peer: RawPeer, nonce: string) => void>> = {
    'a made-up proof': (peer) => peer.send({ nonce: newNonce(), proof: newNonce() }),
    'the nonce of the client as its own': (peer, nonce) => peer.send({ nonce, proof: newNonce() }),
    'no proof': (peer) => peer.send({ nonce: newNonce() }),
    'a welcome': (peer) => peer.send({ id: 1, answer: {} }),
    'no JSON': (peer) => peer.socket.write(Buffer.from([0, 0, 0, 2, 0x7b, 0x7b])),
    'a frame without end': (peer) => peer.socket.write(Buffer.from([0x7f, 0xff, 0xff, 0xff])),
    'an HTTP answer': (peer) => peer.socket.write('HTTP/1.1 200 OK\r\n\r\n'),
  };

  test.each(Object.keys(LIES))('that offers %s is not believed, and learns a random number alone', async (lie) => {
    const { folders, heard } = await squatted(async (peer) => {
      LIES[lie]?.(peer, String(ownField(await peer.next(), 'nonce')));
    });

    await expect(connectControl(folders, host)).rejects.toMatchObject({ code: 'INSTANCE_UNPROVEN' });

    await expectOnlyNonces(heard);
  });

  test('that recorded the proof of an earlier conversation cannot use it again', async () => {
    const core = fakeCore();
    const { folders, server, client } = await controlled(core);
    const recorded = greetingFor(folders, server.address, newNonce());
    await client.close();
    const { heard } = await squatted((peer) => peer.send(recorded), folders);

    await expect(connectControl(folders, host)).rejects.toMatchObject({ code: 'INSTANCE_UNPROVEN' });

    await expectOnlyNonces(heard);
    expect(core.calls).toEqual([]);
  });

  test('that passes everything on to the real instance is found out, because proofs name the path', async () => {
    const core = fakeCore();
    const { folders, server } = await controlled(core);
    const { heard } = await squatted((peer) => {
      const real = connect(server.address);
      real.pipe(peer.socket);
      peer.socket.pipe(real);
    }, folders);

    await expect(connectControl(folders, host)).rejects.toMatchObject({ code: 'INSTANCE_UNPROVEN' });

    await expectOnlyNonces(heard);
    expect(core.calls).toEqual([]);
  });

  test('is told nothing else by the error text either', async () => {
    const { folders, address } = await squatted((peer) => peer.send({ nonce: newNonce(), proof: newNonce() }));
    const key = readFileSync(runFilesOf(folders).key);

    const error = await connectControl(folders, host).catch((thrown: unknown) => thrown);

    expect(String(error)).toContain(address);
    for (const encoding of ['hex', 'base64', 'base64url', 'latin1'] as const) {
      expect(JSON.stringify(error)).not.toContain(key.toString(encoding));
    }
  });
});

describe('a proven server that talks nonsense', () => {
  test('ends the conversation and nothing else, whatever it says', async () => {
    let nonsense: Buffer = Buffer.alloc(0);
    const { folders } = await squatted(async (peer, folders, address) => {
      peer.send(greetingFor(folders, address, String(ownField(await peer.next(), 'nonce'))));
      await peer.next();
      peer.socket.end(nonsense);
    });
    const message = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.oneof(fc.jsonValue(), fc.record({ id: fc.integer({ min: 1, max: 3 }), push: fc.jsonValue() })).map(frame),
    );

    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 4 }), async (messages) => {
        nonsense = Buffer.concat(messages);
        const client = await connectControl(folders, host);
        await expect(client?.call('status', {})).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
        await client?.close();
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    [{ id: 1, error: { code: 'FROM_THE_FUTURE', message: 'It is new.', fix: 'Update.' } }, 'INTERNAL', 'It is new.'],
    [{ id: 1, error: { code: 'toString', message: 'It is odd.', fix: '' } }, 'INTERNAL', 'It is odd.'],
    [{ id: 1, error: 'broken' }, 'INTERNAL', 'it failed without saying how'],
  ])('is quoted as far as it can be understood: %j', async (message, code, text) => {
    const { folders } = await squatted(async (peer, folders, address) => {
      peer.send(greetingFor(folders, address, String(ownField(await peer.next(), 'nonce'))));
      await peer.next();
      await peer.next();
      peer.send(message);
    });
    const client = await connectControl(folders, host);
    onTestFinished(() => client?.close());

    await expect(client?.call('status', {})).rejects.toMatchObject({ code, message: expect.stringContaining(text) });
  });
});

/** A home whose instance.json leads to somebody else; `heard` tells what each of its clients said. */
async function squatted(
  onClient: (peer: RawPeer, folders: ReturnType<typeof tempHome>, address: string) => void | Promise<void>,
  folders = tempHome(),
) {
  const address = join(folders.run, 'squat.sock');
  const peers: RawPeer[] = [];
  if (host.disk.read(runFilesOf(folders).key) === null) {
    const server = await serveControlSocket({ core: fakeCore(), folders, host });
    onTestFinished(() => server.close());
  }
  await squatter(address, (peer) => {
    peers.push(peer);
    void onClient(peer, folders, address);
  });
  announceInstance(folders, host, { socket: address, version: '0.1.0', ui: null });
  return {
    folders,
    address,
    heard: () => peers.map((peer) => ({ bytes: peer.received(), closed: peer.closed })),
  };
}

/** All that a squatter may have heard: one frame a connection with a nonce, never the same twice, and then the end. */
async function expectOnlyNonces(heard: () => { bytes: Buffer; closed: Promise<void> }[]): Promise<void> {
  await Promise.all(heard().map(({ closed }) => closed));
  const said = heard().map(({ bytes }) => bytes.toString('latin1'));
  expect(said.length).toBeGreaterThan(0);
  for (const text of said) expect(text).toMatch(/^\0\0\0\x37\{"nonce":"[\w-]{43}"\}$/);
  expect(new Set(said).size).toBe(said.length);
}
