import { describe, expect, test } from 'vitest';
import { findSocket } from '../../../main/core/evidence/socket-table.ts';

const TCP = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:2008 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 30211 1 0000000000000000 100 0 0 10 0
   1: 0100007F:2008 0100007F:D431 01 00000000:00000000 00:00000000 00000000  1000        0 30260 1 0000000000000000 20 4 30 10 -1
   2: 0100007F:D431 0100007F:2008 01 00000000:00000000 00:00000000 00000000  1001        0 30259 1 0000000000000000 20 4 30 10 -1
   3: 0100007F:D432 0100007F:2008 06 00000000:00000000 03:00000F9A 00000000     0        0 0 3 0000000000000000
`;

const TCP6 = `  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000000000000000000001000000:D433 00000000000000000000000001000000:2008 01 00000000:00000000 00:00000000 00000000  1000        0 40001 1 0000000000000000 20 4 30 10 -1
   1: 0000000000000000FFFF00000100007F:D434 0000000000000000FFFF00000100007F:2008 01 00000000:00000000 00:00000000 00000000  1000        0 40002 1 0000000000000000 20 4 30 10 -1
`;

const v4 = (port: number): { address: string; port: number } => ({ address: '127.0.0.1', port });
const v6 = (port: number): { address: string; port: number } => ({ address: '::1', port });

describe('the socket table of Linux', () => {
  test('yields the client’s end of a connection, not the server’s', () => {
    expect(findSocket(TCP, v4(0xd431), v4(8200))).toEqual({ userId: 1001, inode: '30259' });
  });

  test('yields an IPv6 connection', () => {
    expect(findSocket(TCP6, v6(0xd433), v6(8200))).toEqual({ userId: 1000, inode: '40001' });
  });

  test('yields an IPv4 connection that an IPv6 socket made, whichever way its address is written', () => {
    const found = { userId: 1000, inode: '40002' };

    expect(findSocket(TCP6, v4(0xd434), v4(8200))).toEqual(found);
    expect(findSocket(TCP6, { address: '::ffff:127.0.0.1', port: 0xd434 }, v4(8200))).toEqual(found);
  });

  test('yields nothing for a connection that is not there, or that has no process any more', () => {
    expect(findSocket(TCP, v4(1), v4(8200))).toBeNull();
    expect(findSocket(TCP, v4(0xd432), v4(8200))).toBeNull();
    expect(findSocket('', v4(0xd431), v4(8200))).toBeNull();
  });
});
