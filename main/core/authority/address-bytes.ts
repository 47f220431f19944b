/** The 4 or 16 bytes of an IPv4 or IPv6 address that `net.isIP` accepts. */
export function addressBytes(address: string): Buffer {
  if (!address.includes(':')) return Buffer.from(address.split('.').map(Number));
  const host = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail = ''] = host.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const middle = Array.from({ length: 8 - left.length - right.length }, () => '0');
  const groups = host.includes('::') ? [...left, ...middle, ...right] : left;
  return Buffer.from(groups.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

/** Address and mask as one, the form of a name constraint: `10.0.0.0/8` gives 8 bytes. */
export function rangeBytes(range: string): Buffer {
  const [address = '', length = ''] = range.split('/');
  const bytes = addressBytes(address);
  const mask = Uint8Array.from(
    bytes,
    (_, index) => 0xff & ~(0xff >> Math.min(8, Math.max(0, Number(length) - index * 8))),
  );
  return Buffer.concat([bytes, mask]);
}

/** Whether the address lies in the range; an IPv4 address is never in an IPv6 range. */
export function isInRange(address: Buffer, range: string): boolean {
  const both = rangeBytes(range);
  const half = both.length / 2;
  if (address.length !== half) return false;
  return address.every((byte, index) => (byte & (both[half + index] ?? 0)) === both[index]);
}

/** Address and mask as a name constraint has them, as text: `10.0.0.0/8`; null where the mask has gaps or the length is neither. */
export function rangeText(range: Buffer): string | null {
  const half = range.length / 2;
  if (half !== 4 && half !== 16) return null;
  const mask = [...range.subarray(half)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  if (!/^1*0*$/.test(mask)) return null;
  const groups = Array.from({ length: 8 }, (_, at) => range.subarray(2 * at, 2 * at + 2).toString('hex'));
  const address = half === 4 ? [...range.subarray(0, 4)].join('.') : new URL(`http://[${groups.join(':')}]`).hostname;
  return `${address.replace(/^\[|\]$/g, '')}/${mask.indexOf('0') === -1 ? mask.length : mask.indexOf('0')}`;
}
