import type { ListenAddress } from './listen-address.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?|)$/;

/** A certificate that the settings name, and how soon a change to it counts; null is never. */
export interface ServedFromFile {
  readonly issuer: string;
  /** A file that holds the issuer, which snippets then name; null where only the issuer's name is known. */
  readonly caPath: string | null;
  readonly rereadMs: number | null;
}

/** One line: that a settings file is in force, where it is not followed (the address, and TLS in any case), and when a change to it counts. */
export function summaryOf(
  path: string,
  { host, mayQuote }: ListenAddress,
  ssl: 'missing' | 'off' | ServedFromFile,
): string {
  const exceptions: string[] = [];
  if (host !== null && !LOOPBACK.test(host)) {
    const cure = host.startsWith('unix:') ? '' : ` (add \`--host ${mayQuote ? host : 'ADDRESS'}\` for that)`;
    exceptions.push(`it listens on loopback and not on ${mayQuote ? host : 'the address that it refers to'}${cure}`);
  }
  if (typeof ssl === 'string') {
    const reason = ssl === 'off' ? 'ssl is switched off in it' : 'it has no ssl section';
    exceptions.push(`${reason}, and the endpoint has TLS with Sealwire's certificate all the same`);
  }
  const served =
    typeof ssl === 'string'
      ? ''
      : ` Its certificate is presented in place of Sealwire's: agents must trust who issued it (${ssl.issuer}), ${ssl.caPath === null ? 'whose own certificate is not in that file' : `which is in ${ssl.caPath}, as the snippets say`}.`;
  const reread =
    typeof ssl === 'string' || ssl.rereadMs === null
      ? ''
      : `; its certificate, key and authorities are read anew when they change, within ${ssl.rereadMs / 1000} seconds`;
  return `${path} is in force${exceptions.length === 0 ? '' : `, but for this: ${exceptions.join('; ')}`}.${served} A change to it counts from the next start${reread}.`;
}
