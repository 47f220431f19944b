import { X509Certificate } from 'node:crypto';

/** The certificates of a server, as it sent them and as they belong together. */
export interface ServedChain {
  readonly served: readonly X509Certificate[];
  /** The server's own. */
  readonly leaf: X509Certificate;
  /** The leaf and its issuers, one signing the one before, as far as they were sent. */
  readonly path: readonly X509Certificate[];
  /** Those that were sent and sign nothing of the path. */
  readonly strays: readonly X509Certificate[];
  /** Whether each that was sent signs the one before it. */
  readonly isInOrder: boolean;
  /** Whether the last of the path signed itself. */
  readonly endsInRoot: boolean;
}

/** More than any chain has. Which signs which takes longer with the square of their number, and a server may send hundreds. */
const MOST_CERTIFICATES = 16;

/** Reads what a server sent, or yields null where the first is no certificate that OpenSSL can read. Others that cannot be read are left out, as are those beyond the sixteenth. */
export function readServedChain(ders: readonly Buffer[]): ServedChain | null {
  const served = ders.slice(0, MOST_CERTIFICATES).flatMap((der) => certificateIn(der) ?? []);
  const [leaf] = served;
  const first = ders[0];
  if (leaf === undefined || first === undefined || !leaf.raw.equals(first)) return null;
  const path = pathFrom(leaf, served);
  const top = path.at(-1) ?? leaf;
  return {
    served,
    leaf,
    path,
    strays: served.filter((each) => !path.some((one) => one.fingerprint256 === each.fingerprint256)),
    isInOrder: path.every((each, at) => served[at]?.fingerprint256 === each.fingerprint256),
    endsInRoot: isSignedBy(top, top),
  };
}

/** A certificate followed by its issuers, each of them found among `others`. */
export function pathFrom(leaf: X509Certificate, others: readonly X509Certificate[]): X509Certificate[] {
  const path = [leaf];
  for (let last = leaf; path.length <= others.length && !isSignedBy(last, last); ) {
    const issuer = others.find((each) => !path.includes(each) && isSignedBy(last, each));
    if (issuer === undefined) break;
    path.push(issuer);
    last = issuer;
  }
  return path;
}

/** Whether one certificate was signed with the key of the other. */
export function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    // A key of a kind that OpenSSL does not know (ERR_OSSL_EVP_UNSUPPORTED): it cannot be said to have signed.
    return false;
  }
}

/** The certificates of PEM texts; those that cannot be read are left out. */
export function certificatesOf(pems: readonly string[]): X509Certificate[] {
  return pems.flatMap((pem) => certificateIn(pem) ?? []);
}

/** Null for what is no certificate, and for one whose key or dates cannot be made out: OpenSSL looks at those only when they are asked for. */
function certificateIn(bytes: Buffer | string): X509Certificate | null {
  try {
    const certificate = new X509Certificate(bytes);
    const { publicKey, validFromDate, validToDate } = certificate;
    const isDated = !Number.isNaN(validFromDate.getTime()) && !Number.isNaN(validToDate.getTime());
    return isDated && publicKey.type === 'public' ? certificate : null;
  } catch {
    // Not a certificate, or one with a damaged key (ERR_OSSL_…).
    return null;
  }
}
