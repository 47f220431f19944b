import type { RevocationReason } from '../../contract/index.ts';
import { type Issuer, signingCertificate } from '../certificates/issuer.ts';
import { signer } from '../certificates/key-pair.ts';
import type { Host } from '../host/host.ts';
import { certificateFields, subjectKeyIdOf } from './certificate-fields.ts';
import { authorityKeyIdentifier, extension } from './certificate-writer.ts';
import { bits, type Der, encode, enumerated, integer, ready, sequence, tagged, time } from './der.ts';
import { EXTENSIONS } from './extension-ids.ts';

const MINUTE_MS = 60_000;

/** How long whoever fetches the list may go by it. */
const VALID_MS = 7 * 24 * 60 * MINUTE_MS;

/** CRLReason of RFC 5280 §5.3.1; `unspecified` is said by leaving it out. */
const REASONS: Readonly<Record<RevocationReason, number | null>> = {
  unspecified: null,
  'key-compromise': 1,
  superseded: 4,
  'no-longer-used': 5,
};

export interface RevokedCertificate {
  /** Hexadecimal, as OpenSSL shows it. */
  readonly serial: string;
  readonly at: string;
  readonly reason: RevocationReason;
}

export interface RevocationList {
  readonly der: Buffer;
  readonly entries: number;
  readonly nextUpdate: Date;
}

/**
 * A complete revocation list of version 2 (RFC 5280 §5) under the issuer's key, valid for a week. Its number is the moment in milliseconds, so that a later list has a higher one.
 */
export function writeRevocationList(
  host: Pick<Host, 'now'>,
  issuer: Issuer,
  revoked: readonly RevokedCertificate[],
): RevocationList {
  const authority = signingCertificate(issuer);
  const { algorithm, sign } = signer(issuer.privateKey);
  const now = host.now();
  const nextUpdate = new Date(Math.min(now.getTime() + VALID_MS, authority.validToDate.getTime()));
  const body = sequence(
    integer(Buffer.of(1)),
    algorithm(),
    ready(certificateFields(authority).subject),
    // A minute back, for clocks that disagree, but not before what is in it was revoked.
    time(new Date(Math.max(now.getTime() - MINUTE_MS, ...revoked.map(({ at }) => Date.parse(at))))),
    time(nextUpdate),
    // An empty list is left out (RFC 5280 §5.1.2.6).
    ...(revoked.length === 0 ? [] : [sequence(...revoked.map(entry))]),
    tagged(
      0,
      sequence(
        authorityKeyIdentifier(subjectKeyIdOf(authority)),
        extension(EXTENSIONS.crlNumber, false, integer(positive(now.getTime().toString(16)))),
      ),
    ),
  );
  const der = encode(sequence(body, algorithm(), bits(sign(encode(body)))));
  return { der, entries: revoked.length, nextUpdate };
}

function entry({ serial, at, reason }: RevokedCertificate): Der {
  const code = REASONS[reason];
  const extensions = code === null ? [] : [sequence(extension(EXTENSIONS.reasonCode, false, enumerated(code)))];
  return sequence(integer(positive(serial)), time(new Date(at)), ...extensions);
}

/** Two's complement of a positive number: a leading zero byte where the first bit is set. */
function positive(hex: string): Buffer {
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.of(0), bytes]);
}
