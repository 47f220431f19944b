import { isIPv6 } from 'node:net';
import { setValue } from '../edits.ts';
import type { Edit, Meant, Problem, Rule, Severity } from '../lint-types.ts';

type Fault = readonly [severity: Severity, message: string, mended: string | null];

/** Mistakes in the server's URL itself, of those that agents take in silence or crash on. */
export const serverUrl: Rule = {
  id: 'server-url',
  summary: 'A server URL is scheme, name and port, with nothing after them.',
  source: 'reference/agents.md §6, §10 no. 4 and 21',
  check: ({ meant }) =>
    meant.flatMap((each) => {
      const { text, written } = each;
      if (text === null || !isServerUrl(each) || text.trim() === '') return [];
      const isOtlp = written.lookup.startsWith('OTEL_');
      const fault = faultOf(text, isOtlp);
      if (fault === null) return [];
      const [severity, message, mended] = fault;
      const edits: readonly Edit[] = mended === null || text.includes(',') ? [] : setValue(written, mended);
      return [{ at: each, severity, message: `${written.name}: ${message}`, edits } satisfies Problem];
    }),
};

/** Whether a setting names the server. */
export function isServerUrl({ known }: Meant): boolean {
  return known.some(({ setting }) => setting.key === 'serverUrl' && setting.format === 'url');
}

function faultOf(text: string, isOtlp: boolean): Fault | null {
  const url = text.trim();
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(url)) {
    return [
      'error',
      'the scheme is missing; some agents crash on such a URL, others take it for a path.',
      withScheme(url),
    ];
  }
  const bracketed = URL.canParse(url) ? null : withBrackets(url);
  if (bracketed !== null) return ['error', 'an IPv6 address goes between square brackets.', bracketed];
  if (!URL.canParse(url)) return ['error', 'this is no URL.', null];
  const parsed = new URL(url);
  if (!/^https?:$/.test(parsed.protocol)) return ['error', 'a server URL begins with https://.', null];
  if (parsed.username !== '' || parsed.password !== '') {
    // The mended text drops the user and password, so it holds no secret.
    return ['error', 'a user name or password in it is not sent; agents send the secret token instead.', parsed.origin];
  }
  return isOtlp ? otlpPath(parsed) : pathFault(parsed, url);
}

function pathFault(parsed: URL, url: string): Fault | null {
  if (parsed.pathname !== '/' || parsed.search !== '' || parsed.hash !== '') {
    return [
      'warning',
      'the path behind the port is doubled by one agent and ignored by another; leave it out unless a proxy needs it.',
      parsed.origin,
    ];
  }
  if (url.endsWith('/'))
    return ['note', 'leave out the slash at the end; some versions of agents double it.', url.replace(/\/+$/, '')];
  return null;
}

/** The base URL of OpenTelemetry gets the path of each signal from the SDK (specification, exporter.md). */
function otlpPath(parsed: URL): Fault | null {
  if (!/\/v1\/(traces|metrics|logs)\/?$/.test(parsed.pathname)) return null;
  return [
    'error',
    'the SDK puts /v1/traces and its like behind the base URL itself, so this path is doubled.',
    parsed.origin,
  ];
}

/** An IPv6 address without its brackets; four or five digits at the end are its port rather than its last part. */
function withBrackets(url: string): string | null {
  const [, scheme = '', rest = ''] = /^([a-z]+:\/\/)([^/]*)/i.exec(url) ?? [];
  const [, address = '', port = ''] = /^(.*):(\d{4,5})$/.exec(rest) ?? [];
  if (isIPv6(address)) return `${scheme}[${address}]:${port}`;
  return isIPv6(rest) ? `${scheme}[${rest}]` : null;
}

function withScheme(url: string): string | null {
  return URL.canParse(`https://${url}`) && /^[\w.[\]:-]+$/.test(url) ? `https://${url}` : null;
}
