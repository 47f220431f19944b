import { once } from 'node:events';
import { foldersOf } from '../../main/core/host/folders.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { serveControlSocket } from '../../main/transport/control-server.ts';
import { announceInstance } from '../../main/transport/instance-file.ts';
import { leadOrJoin } from '../../main/transport/lead-or-join.ts';
import { fakeCore } from './fake-core.ts';

/*
 * A start of Sealwire with nothing behind it, as a process of its own: says `ready`, waits for the word on stdin, and then says
 * `leads` and stays, or `joins <home that the leader told>` and ends.
 */

const [home = ''] = process.argv.slice(2);
const folders = foldersOf(home);
const host = realHost();

console.log('ready');
await once(process.stdin, 'data');
process.stdin.pause();
const part = await leadOrJoin(folders, host);
if (part.leads) {
  const core = fakeCore();
  const control = await serveControlSocket({ core, folders, host });
  announceInstance(folders, host, { socket: control.address, version: '0.1.0', ui: null });
  console.log('leads');
} else {
  const { home: told } = await part.client.call('app.info', {});
  console.log(`joins ${told}`);
  await part.client.close();
}
