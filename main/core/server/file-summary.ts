import type { ListenAddress } from './listen-address.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?|)$/;

/** One line: that a settings file is in force, where it is not followed (the address, and TLS in any case), and when a change to it counts. */
export function summaryOf(
  path: string,
  { host }: ListenAddress,
  ssl: 'missing' | 'off' | 'on',
  rereadsAfterMs: number | null,
): string {
  const exceptions: string[] = [];
  if (host !== null && !LOOPBACK.test(host)) {
    const cure = host.startsWith('unix:') ? '' : ` (add \`--host ${host}\` for that)`;
    exceptions.push(`it listens on loopback and not on ${host}${cure}`);
  }
  if (ssl !== 'on') {
    const reason = ssl === 'off' ? 'ssl is switched off in it' : 'it has no ssl section';
    exceptions.push(`${reason}, and the endpoint has TLS with Sealwire's certificate all the same`);
  }
  const files =
    rereadsAfterMs === null
      ? ''
      : `; its certificate and key are read anew when they change, within ${rereadsAfterMs / 1000} seconds`;
  return `${path} is in force${exceptions.length === 0 ? '' : `, but for this: ${exceptions.join('; ')}`}. A change to it counts from the next start${files}.`;
}
