import type { Finding } from './linters.ts';

/** A finding of a linter that stands, and why. Everything else fails the test. */
interface AllowedFinding {
  readonly code: string;
  readonly reason: string;
  isMeant(finding: Finding): boolean;
}

export const ALLOWED_FINDINGS: readonly AllowedFinding[] = [
  {
    code: 'pkix.invalid_domain_name_syntax',
    reason:
      'pkilint asks a general validator for web addresses, which wants a dot, no asterisk and no underscore. RFC 5280 §4.2.1.6 and RFC 6125 §6.4.3 allow one label and a leading wildcard; underscores are in Compose service names, and every measured client takes them.',
    isMeant: ({ message }) => {
      const name = /^Invalid domain name syntax: "(.*)"$/.exec(message)?.[1] ?? '';
      return (
        /^[a-z0-9-]+$/.test(name) ||
        /^\*\.[a-z0-9-]+\.[a-z0-9.-]+$/.test(name) ||
        /^[a-z0-9_-]+\.[a-z0-9.-]+$/.test(name)
      );
    },
  },
  {
    code: 'pkix.invalid_uri_syntax',
    reason:
      'The same validator knows the schemes of web addresses alone. RFC 3986 allows any, and `spiffe` is what the SPIFFE standard for workloads prescribes.',
    isMeant: ({ message }) => /^Invalid URI syntax: "spiffe:\/\/[a-z0-9.-]+\/[A-Za-z0-9._/-]+"$/.test(message),
  },
];

/** Whether the list names this finding. */
export function isAllowed(finding: Finding): boolean {
  return ALLOWED_FINDINGS.some((allowed) => allowed.code === finding.code && allowed.isMeant(finding));
}
