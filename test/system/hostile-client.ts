import { readFileSync } from 'node:fs';
import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { onTestFinished } from 'vitest';
import type { Attempt, AttemptDetail, Client } from '../../main/contract/index.ts';
import type { Instance } from './system-home.ts';

/** A connection that says whatever bytes it is told to. */
export interface HostileClient {
  readonly socket: Socket;
  /** Address and port as attempts show them. */
  readonly name: string;
  send(bytes: string | Buffer): void;
  /** Everything that was answered until the other side ended the connection. */
  ended(): Promise<string>;
  /** Resolves as soon as the answer so far matches. */
  answered(pattern: RegExp): Promise<string>;
}

/** Connects to the endpoint, over TLS with its CA verified or, with `isPlain`, without any. Closed with the test. */
export async function hostileClient(instance: Instance, isPlain = false): Promise<HostileClient> {
  const { port } = instance;
  const socket = isPlain
    ? connectPlain(port, '127.0.0.1')
    : connectTls({ port, host: '127.0.0.1', servername: 'localhost', ca: readFileSync(instance.ready.ca) });
  onTestFinished(() => void socket.destroy());
  let answer = '';
  let isEnded = false;
  const watchers = new Set<() => void>();
  const look = (): void => {
    for (const watch of watchers) watch();
  };
  socket.on('error', () => undefined);
  socket.on('data', (bytes: Buffer) => {
    answer += bytes.toString('latin1');
    look();
  });
  const ended = new Promise<string>((resolve) => {
    socket.once('close', () => {
      isEnded = true;
      resolve(answer);
      look();
    });
  });
  await new Promise<void>((resolve, reject) => {
    socket.once(isPlain ? 'connect' : 'secureConnect', () => resolve());
    socket.once('close', () => reject(new Error('the endpoint did not take the connection')));
  });
  return {
    socket,
    name: `127.0.0.1:${socket.localPort}`,
    send: (bytes) => void socket.write(bytes),
    ended: () => ended,
    answered: (pattern) =>
      new Promise((resolve, reject) => {
        const watch = (): void => {
          if (!pattern.test(answer) && !isEnded) return;
          watchers.delete(watch);
          if (pattern.test(answer)) resolve(answer);
          else reject(new Error(`ended after ${JSON.stringify(answer.slice(0, 500))}`));
        };
        watchers.add(watch);
        watch();
      }),
  };
}

/** The attempt that a connection left, as soon as it is closed; by pushes alone. */
export async function attemptOf(client: Client, name: string): Promise<AttemptDetail> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const consider = ({ remote, open, id }: Attempt): void => {
    if (remote === name && !open) resolve(id);
  };
  const stop = client.listen((push) => {
    if (push.topic === 'attempt') consider(push.attempt);
  });
  client.call('attempt.list', { limit: 1000 }).then(({ attempts }) => attempts.forEach(consider), reject);
  const id = await promise;
  stop();
  return client.call('attempt.show', { id });
}
