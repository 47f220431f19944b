import type { SocketAddress } from './facts.ts';

/** Loopback, also as an IPv6 socket writes IPv4. */
export function isOwnMachine({ address }: Pick<SocketAddress, 'address'>): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
