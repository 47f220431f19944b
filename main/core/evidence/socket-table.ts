import { addressBytes } from '../authority/address-bytes.ts';
import type { SocketAddress } from './facts.ts';
import { addressWords } from './words.ts';

/** The socket of a row in `/proc/net/tcp` or `tcp6`: who made it, and the inode by which its process is found. */
export interface SocketRow {
  readonly userId: number;
  readonly inode: string;
}

/**
 * Finds the socket at `local` that is connected to `remote` in the text of `/proc/net/tcp` or `/proc/net/tcp6` (proc(5)); null where it
 * is not there. IPv4 connections of IPv6 sockets stand in `tcp6` as mapped addresses.
 */
export function findSocket(table: string, local: SocketAddress, remote: SocketAddress): SocketRow | null {
  const forms = [
    `${rowAddress(local, false)} ${rowAddress(remote, false)} `,
    `${rowAddress(local, true)} ${rowAddress(remote, true)} `,
  ];
  const at = forms.map((form) => table.indexOf(`: ${form}`)).find((index) => index >= 0);
  if (at === undefined) return null;
  const end = table.indexOf('\n', at);
  // After the two addresses: state, queues, timer, retransmits, uid, timeout, inode.
  const fields = table.slice(at + 2, end < 0 ? undefined : end).split(/\s+/);
  const [userId, inode] = [fields[6], fields[8]];
  if (userId === undefined || inode === undefined || !/^[1-9]\d*$/.test(inode)) return null;
  return { userId: Number(userId), inode };
}

/**
 * An address as the kernel prints it: each 32-bit word in the byte order of the machine, which is little-endian on every
 * platform that Node.js runs on but s390x; there, owners are simply not found.
 */
function rowAddress({ address, port }: SocketAddress, isMapped: boolean): string {
  const plain = addressBytes(addressWords(address).replace(/%.*$/, ''));
  const bytes =
    isMapped && plain.length === 4 ? Buffer.concat([Buffer.from('00000000000000000000ffff', 'hex'), plain]) : plain;
  return `${Buffer.from(bytes).swap32().toString('hex').toUpperCase()}:${port.toString(16).toUpperCase().padStart(4, '0')}`;
}
