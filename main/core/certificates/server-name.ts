import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { addressBytes } from '../authority/address-bytes.ts';
import type { GeneralName } from '../authority/certificate-writer.ts';

/** A name that a server certificate may carry: `text` as it is shown and compared, A-labels and canonical addresses. */
export interface ServerName {
  readonly text: string;
  readonly general: Exclude<GeneralName, { kind: 'uri' }>;
}

export interface Refusal {
  readonly why: string;
  readonly fix: string;
}

/**
 * Reads one name of a certificate: a DNS name (international ones become A-labels, RFC 5891), a wildcard, an IPv4 or IPv6 address.
 * What clients would reject, or what would make them reject the whole certificate, is refused with the reason and an alternative
 * (reference/certificates.md §0.4, §3.1).
 */
export function readServerName(input: string): ServerName | Refusal {
  const typed = input.trim();
  const address = typed.replace(/^\[(.*)\]$/, '$1');
  if (isIP(address) !== 0 && !address.includes('%')) {
    const bytes = addressBytes(address);
    return { text: canonicalAddress(address), general: { kind: 'ip', bytes } };
  }
  if (typed === '')
    return { why: 'it is empty', fix: 'Type a name such as `localhost`, or an address such as `127.0.0.1`.' };
  if (/^[a-z]+:\/\//i.test(typed) || /[/:%\s]/.test(typed)) {
    return { why: 'it is not a host name', fix: `Leave out scheme, port and path${suggestHost(typed)}.` };
  }
  return readDnsName(typed);
}

function readDnsName(typed: string): ServerName | Refusal {
  const isWildcard = typed.startsWith('*.');
  const bare = (isWildcard ? typed.slice(2) : typed).replace(/\.$/, '');
  if (typed.includes('*') && (!isWildcard || bare.includes('*') || bare === '')) {
    return {
      why: 'a wildcard stands for exactly one whole label, the first',
      fix: 'Write it as `*.apm.test`, or name each host.',
    };
  }
  const ascii = toAscii(bare);
  const labels = ascii.split('.');
  if (ascii === '' || ascii.length > 253 || !labels.every((label) => LABEL.test(label))) {
    return {
      why: 'it is not a valid DNS name (letters, digits and hyphens, at most 63 in a label)',
      fix: 'Check the spelling.',
    };
  }
  if (/^\d+$/.test(labels.at(-1) ?? '')) {
    return {
      why: 'it looks like an address, but is none',
      fix: 'Write an IPv4 address with four numbers from 0 to 255.',
    };
  }
  if (isWildcard && labels.length === 1) {
    return {
      why: `Firefox rejects the whole certificate when a wildcard stands directly before one label such as "${ascii}"`,
      fix: `Use a deeper wildcard such as \`*.apm.${ascii}\`, or name each host.`,
    };
  }
  const text = isWildcard ? `*.${ascii}` : ascii;
  return { text, general: { kind: 'dns', name: text } };
}

/** Underscores are not for host names (RFC 952), but Compose service names have them and every client accepts them. */
const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;

/** A-labels by UTS #46; a name that is ASCII already is only lower-cased, because `domainToASCII` reads `0x7f` as an address. */
function toAscii(name: string): string {
  const isAscii = /^[\x21-\x7e]+$/.test(name);
  return isAscii ? name.toLowerCase() : domainToASCII(name);
}

function suggestHost(typed: string): string {
  const host = /^(?:[a-z]+:\/\/)?(\[[^\]]+\]|[^/:\s]+)/i.exec(typed)?.[1];
  return host === undefined || host === typed ? '' : `: \`${host}\``;
}

/** Lower case, shortest form (RFC 5952), so that the same address is recognised as such. */
function canonicalAddress(address: string): string {
  return address.includes(':') ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address;
}
