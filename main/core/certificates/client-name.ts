import type { GeneralName } from '../authority/certificate-writer.ts';
import { outside, type Signable } from './accepted-names.ts';
import { maySign } from './issuer.ts';
import { type Refusal, readServerName } from './server-name.ts';

/** A name of a client: `general` is null for one that stands in the common name alone. */
export interface ClientName {
  readonly text: string;
  readonly general: GeneralName | null;
  /** One label, for the common name: several would be checked against the name constraints as a host by OpenSSL and Node.js. */
  readonly label: string;
}

/** Longest SPIFFE ID and trust domain (SPIFFE-ID standard §2). */
const MOST_ID_BYTES = 2048;
const MOST_DOMAIN_BYTES = 255;

/**
 * Reads one name of a client certificate: a SPIFFE ID, a DNS name, or a bare label such as `billing` for the common name. What some client rejects is refused with
 * the reason and an alternative (reference/certificates.md §0.5, §3.3).
 */
export function readClientName(input: string, issuer: Signable): ClientName | Refusal {
  const typed = input.trim();
  if (/^spiffe:/i.test(typed)) return readSpiffeId(typed, issuer);
  if (/^urn:/i.test(typed)) {
    return {
      why: 'Go rejects a certificate whose URI names no host when the authority has name constraints',
      fix: 'Write it as `spiffe://HOST/NAME`, or use a plain name.',
    };
  }
  const name = readServerName(typed);
  if ('why' in name) {
    const isUri = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed);
    return isUri
      ? { why: 'clients are told apart by `spiffe://` URIs alone', fix: 'Write `spiffe://HOST/NAME`.' }
      : name;
  }
  if (name.general.kind === 'ip' || name.text.startsWith('*')) {
    return {
      why: 'a client is named by who it is, not by an address or a wildcard',
      fix: 'Use a name such as `billing`, or `spiffe://HOST/billing`.',
    };
  }
  const label = name.text.split('.')[0]?.slice(0, 64) ?? name.text;
  if (maySign(name.general, issuer)) return { text: name.text, general: name.general, label };
  return name.text.includes('.') ? outside(issuer) : { text: name.text, general: null, label };
}

function readSpiffeId(typed: string, issuer: Signable): ClientName | Refusal {
  const [, domain = '', path = ''] = /^spiffe:\/\/([^/]*)(.*)$/i.exec(typed) ?? [];
  const host = domain.toLowerCase();
  if (!/^[a-z0-9._-]+$/.test(host) || host.length > MOST_DOMAIN_BYTES || typed.length > MOST_ID_BYTES) {
    return {
      why: 'its trust domain is missing or holds something else than letters, digits, dots, hyphens and underscores',
      fix: 'Write it as `spiffe://HOST/NAME`, without port and user.',
    };
  }
  if (/^[\d.]+$/.test(host)) {
    return {
      why: 'Go rejects a URI with an address for its host when the authority has name constraints',
      fix: 'Put a name in place of the address: `spiffe://HOST/NAME`.',
    };
  }
  if (path !== '' && !/^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._-]+)+$/.test(path)) {
    return {
      why: 'its path has an empty part, a dot part, or a sign that SPIFFE does not allow',
      fix: 'Use letters, digits, dots, hyphens and underscores between single slashes.',
    };
  }
  const uri = `spiffe://${host}${path}`;
  const general: GeneralName = { kind: 'uri', uri };
  if (!maySign(general, issuer)) return outside(issuer);
  const last = path.split('/').at(-1) ?? '';
  return { text: uri, general, label: (last || host).replaceAll('.', '-').slice(0, 64) };
}
