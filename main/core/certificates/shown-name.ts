import { domainToUnicode } from 'node:url';

/** A name of a certificate as a person reads it: A-labels as U-labels (RFC 5891); everything else as it is. */
export function shownName(name: string): string {
  if (!/(^|\.)xn--/.test(name)) return name;
  const [, wildcard = '', host = ''] = /^(\*\.)?(.*)$/.exec(name) ?? [];
  // An A-label that stands for nothing comes back empty.
  return wildcard + (domainToUnicode(host) || host);
}
