import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldersOf } from '../../main/core/host/folders.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { connectControl } from '../../main/transport/control-client.ts';
import { announceInstance, readInstance } from '../../main/transport/instance-file.ts';
import { ownField } from '../../main/transport/own-field.ts';
import { runFilesOf } from '../../main/transport/run-folder.ts';
import { controlled, listening } from '../support/carriers.ts';
import { FAKE_TOKEN, fakeCore } from '../support/fake-core.ts';
import * as data from '../support/fake-data.ts';
import { frame, newNonce, provenClient, rawClient } from '../support/raw-control.ts';
import { tempHome } from '../support/temp-home.ts';

const host = realHost();

describe('the control socket', () => {
  test('is a socket of mode 0600 in a folder of mode 0700, with a key of mode 0600 that is new at every start', async () => {
    const folders = tempHome();
    const files = runFilesOf(folders);
    const first = await listening(fakeCore(), folders);
    const firstKey = readFileSync(files.key);

    expect(statSync(first.address).isSocket()).toBe(true);
    expect([first.address, files.key, files.instance].map(modeOf)).toEqual([0o600, 0o600, 0o600]);
    expect(modeOf(files.folder)).toBe(0o700);
    await first.close();
    await listening(fakeCore(), folders);

    expect(readFileSync(files.key)).toHaveLength(32);
    expect(readFileSync(files.key).equals(firstKey)).toBe(false);
  });

  test('takes socket and key away when it closes, and nobody is there afterwards', async () => {
    const { folders, server } = await controlled(fakeCore());

    await server.close();

    expect(host.disk.list(folders.run)).toEqual(['instance.json']);
    expect(await connectControl(folders, host)).toBeNull();
  });

  test('is announced with everything that a second start needs, until that is withdrawn', async () => {
    const folders = tempHome();
    mkdirSync(folders.run, { mode: 0o700 });
    const at = new Date('2026-11-24T08:00:00Z');
    const facts = { socket: '/run/s', version: '0.1.0', ui: 40_000 };

    const announcement = announceInstance(folders, { ...host, now: () => at }, facts);

    const instance = { ...facts, pid: process.pid, startedAt: at.toISOString() };
    expect(readInstance(folders, host)).toEqual(instance);
    expect(JSON.parse(readFileSync(runFilesOf(folders).instance, 'utf8'))).toEqual(instance);
    announcement.withdraw();
    announcement.withdraw();
    expect(readInstance(folders, host)).toBeNull();
  });

  test('lets the answer to app.stop leave before it closes', async () => {
    const core = fakeCore();
    const { server, client } = await controlled(core);
    const closed = Promise.withResolvers<void>();
    core.answer('app.stop', async () => {
      setImmediate(() => server.close().then(closed.resolve, closed.reject));
      return { done: true };
    });

    expect(await client.call('app.stop', {})).toEqual({ done: true });
    await closed.promise;
  });

  test('closes a run folder that stood open', async () => {
    const folders = tempHome();
    mkdirSync(folders.run, { mode: 0o777 });
    host.disk.setMode(folders.run, 0o777);

    await listening(fakeCore(), folders);

    expect(modeOf(folders.run)).toBe(0o700);
  });

  test('replaces a stale socket or file at its path, but no folder', async () => {
    const folders = tempHome();
    const { socket } = runFilesOf(folders);
    mkdirSync(folders.run, { mode: 0o700 });
    writeFileSync(socket, 'left behind');
    await controlled(fakeCore(), folders);

    const other = tempHome();
    mkdirSync(runFilesOf(other).socket, { recursive: true });
    writeFileSync(join(runFilesOf(other).socket, 'precious'), '');

    await expect(listening(fakeCore(), other)).rejects.toMatchObject({ code: 'PATH_UNSAFE' });
    expect(host.disk.list(runFilesOf(other).socket)).toEqual(['precious']);
  });

  test('listens in a private folder with a short path where its own path is too long', async () => {
    const runtime = tempHome().home;
    const folders = foldersOf(join(tempHome().home, 'x'.repeat(120)));
    const env = { ...process.env, XDG_RUNTIME_DIR: runtime };
    const server = await listening(fakeCore(), folders, 5_000, realHost(env));

    expect(server.address).toMatch(new RegExp(`^${runtime}/sealwire-[0-9a-f]{16}/s$`));
    expect(modeOf(join(server.address, '..'))).toBe(0o700);
    const client = await connectControl(folders, host);
    expect(await client?.call('token.show', {})).toEqual({ token: FAKE_TOKEN });
    await client?.close();
    await server.close();

    expect(host.disk.list(runtime)).toEqual([]);
  });
});

describe('a client that does not know the key', () => {
  test('gets nothing for a call', async () => {
    const { core, peer } = await stranger();

    peer.send({ id: 1, call: 'token.show', input: {} });
    await peer.closed;

    expect(peer.received()).toHaveLength(0);
    expect(core.calls).toEqual([]);
  });

  test('gets nonce and proof of the server, and nothing for a wrong proof', async () => {
    const { core, peer } = await stranger();
    peer.send({ nonce: newNonce() });
    const greeting = await peer.next();

    peer.socket.write(Buffer.concat([frame({ proof: newNonce() }), frame({ id: 1, call: 'token.show', input: {} })]));
    await peer.closed;

    expect(Object.keys(greeting as object)).toEqual(['nonce', 'proof']);
    expect(peer.received()).toEqual(frame(greeting));
    expect(core.calls).toEqual([]);
  });

  test("is not let in with the server's own proof", async () => {
    const { core, peer } = await stranger();
    peer.send({ nonce: newNonce() });
    const greeting = await peer.next();

    peer.send({ proof: ownField(greeting, 'proof') });
    peer.send({ id: 1, call: 'token.show', input: {} });
    await peer.closed;

    expect(core.calls).toEqual([]);
  });

  test('is not let in with a proof that was recorded before', async () => {
    const core = fakeCore();
    const { folders, server } = await controlled(core);
    const recorded = await provenClient(server.address, folders);
    recorded.send({ id: 1, call: 'app.info', input: {} });
    await recorded.next();
    const replay = rawClient(server.address);

    replay.send({ nonce: recorded.clientNonce });
    await replay.next();
    replay.send({ proof: recorded.clientProof });
    replay.send({ id: 1, call: 'token.show', input: {} });
    await replay.closed;

    expect(core.calls.map(({ name }) => name)).toEqual(['app.info']);
  });

  test('is hung up on when it says nothing', async () => {
    const { peer } = await stranger(20);

    await peer.closed;

    expect(peer.received()).toHaveLength(0);
  });

  test.each([
    ['a length beyond what a stranger may send', Buffer.from([0, 1, 0, 0])],
    ['an empty frame', Buffer.alloc(4)],
    ['no JSON', Buffer.from([0, 0, 0, 3, 0x7b, 0x7b, 0x7b])],
    ['bytes that are not UTF-8', Buffer.from([0, 0, 0, 4, 0x22, 0xff, 0xfe, 0x22])],
    ['an HTTP request', Buffer.from('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n')],
  ])('is hung up on for %s', async (_what, bytes) => {
    const { peer } = await stranger();

    peer.socket.write(bytes);
    await peer.closed;

    expect(peer.received()).toHaveLength(0);
  });

  test('whatever it sends, it reaches no procedure and harms nobody else', async () => {
    const core = fakeCore();
    const { server, client } = await controlled(core);
    const strangeMessage = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc.jsonValue().map((value) => frameOr(value)),
      fc.record({ nonce: fc.string(), proof: fc.string() }).map(frame),
    );

    await fc.assert(
      fc.asyncProperty(fc.array(strangeMessage, { maxLength: 4 }), async (messages) => {
        const peer = rawClient(server.address);
        peer.socket.end(Buffer.concat(messages));
        await peer.closed;
        expect(peer.received()).toHaveLength(0);
      }),
      { numRuns: 60 },
    );

    expect(core.calls).toEqual([]);
    expect(await client.call('token.show', {})).toEqual({ token: FAKE_TOKEN });
  });
});

describe('a proven client', () => {
  test.each([
    ['a frame larger than 16 MiB', Buffer.from([0x01, 0x00, 0x00, 0x01])],
    ['no JSON', Buffer.from([0, 0, 0, 1, 0x7b])],
    ['a message without a number', frame({ call: 'status', input: {} })],
    ['neither a call nor a subscription', frame({ id: 1 })],
    ['the same subscription twice', Buffer.concat([frame({ id: 1, listen: true }), frame({ id: 1, listen: true })])],
  ])('is hung up on for %s, others are not', async (_what, bytes) => {
    const core = fakeCore();
    const { folders, server, client } = await controlled(core);
    const peer = await provenClient(server.address, folders);

    peer.socket.write(bytes);
    await peer.closed;

    expect(await client.call('token.show', {})).toEqual({ token: FAKE_TOKEN });
    expect(core.listeners()).toBe(0);
  });

  test('may cut its frames anywhere', async () => {
    const { folders, server } = await controlled(fakeCore());
    const peer = await provenClient(server.address, folders);
    const bytes = Buffer.concat([1, 2, 3].map((id) => frame({ id, call: 'token.show', input: {} })));

    for (const byte of bytes) peer.socket.write(Buffer.from([byte]));

    const answers = [await peer.next(), await peer.next(), await peer.next()];
    expect(answers.map((answer) => ownField(answer, 'id'))).toEqual([1, 2, 3]);
  });

  test('that ends in the middle of a frame or of a call leaves nothing behind', async () => {
    const core = fakeCore();
    const { folders, server, client } = await controlled(core);
    const asked = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    core.answer('event.purge', async () => {
      asked.resolve();
      await release.promise;
      return { removed: 0 };
    });
    const peer = await provenClient(server.address, folders);
    peer.send({ id: 1, listen: true });
    peer.send({ id: 2, call: 'event.purge', input: {} });
    peer.socket.write(frame({ id: 3, call: 'status', input: {} }).subarray(0, 9));
    await asked.promise;

    peer.socket.destroy();
    await expect.poll(core.listeners).toBe(0);
    release.resolve();

    expect(await client.call('token.show', {})).toEqual({ token: FAKE_TOKEN });
    expect(core.calls.map(({ name }) => name)).toEqual(['event.purge', 'token.show']);
  });

  test('that reads too slowly loses pushes, is told once how much, and hears what comes after', async () => {
    const core = fakeCore();
    const { folders, server } = await controlled(core);
    const peer = await provenClient(server.address, folders);
    peer.send({ id: 1, listen: true });
    await peer.next();
    const text = 'x'.repeat(100_000);
    const events = [{ ...data.event, document: { text } }];

    peer.socket.pause();
    for (let count = 0; count < 300; count++) core.push({ topic: 'events', events });
    peer.socket.resume();
    const pushes: unknown[] = [];
    do pushes.push(ownField(await peer.next(), 'push'));
    while (ownField(pushes.at(-1), 'topic') !== 'changed');
    core.push({ topic: 'stopping' });

    expect(pushes.length).toBeLessThan(30);
    expect(pushes.at(-2)).toEqual({ topic: 'missed', attempts: 0, events: 300 - (pushes.length - 2) });
    expect(pushes.at(-1)).toMatchObject({ what: expect.arrayContaining(['events', 'services', 'settings']) });
    expect(await peer.next()).toEqual({ id: 1, push: { topic: 'stopping' } });
  });

  test('is told what it missed, and that everything changed, in place of a push that is too large to carry', async () => {
    const core = fakeCore();
    const { client } = await controlled(core);
    const heard: string[] = [];
    const second = Promise.withResolvers<void>();
    client.listen((push) => {
      heard.push(push.topic);
      if (heard.length === 1) {
        core.push({ topic: 'events', events: [{ ...data.event, document: 'x'.repeat(17 * 1024 * 1024) }] });
      } else if (heard.length === 3) second.resolve();
    });

    await second.promise;

    expect(heard).toEqual(['changed', 'missed', 'changed']);
  });
});

async function stranger(proofWithinMs = 5_000) {
  const core = fakeCore();
  const server = await listening(core, tempHome(), proofWithinMs);
  return { core, peer: rawClient(server.address) };
}

function frameOr(value: unknown): Buffer {
  return value === undefined ? Buffer.alloc(0) : frame(value);
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}
