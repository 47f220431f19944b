import type { Fix } from '../../../../contract/index.ts';
import type { CureCode, Wiring } from '../../definition.ts';
import { tokenLine } from '../../forms/env.ts';
import { quoteNginx } from '../../quote/nginx.ts';
import { settings } from './settings.ts';

const AGENT = { id: 'otel-browser', settings };

/** The lines that mend `code`: all but the last are about what passes the reports on, since no page speaks to the endpoint itself. */
export function cure(code: CureCode, wiring: Wiring): readonly Fix[] {
  switch (code) {
    case 'CA_NOT_TRUSTED':
      return [
        nginx(
          'Tell nginx which authority to trust, then reload it.',
          'proxy_ssl_trusted_certificate',
          quoteNginx(wiring.caFile),
        ),
        advice(
          'Behind Vite it is the ca of the agent in vite.config.js, and in a Collector tls.ca_file of the exporter.',
        ),
      ];
    case 'NAME_NOT_COVERED':
      return [
        nginx(
          'Let nginx ask for a name that the certificate covers, then reload it.',
          'proxy_ssl_name',
          quoteNginx(hostOf(wiring)),
        ),
        advice('Behind Vite it is the name in target, and in a Collector that in endpoint.'),
      ];
    case 'TOKEN_MISSING':
    case 'TOKEN_WRONG':
      return [
        {
          text: 'Give what passes the reports on the current secret token, then start it again.',
          as: 'env',
          snippet: tokenLine(AGENT, wiring),
        },
        advice(
          'nginx reads no variables: write its line with the token anew as the snippet says. A page is no place for a token.',
        ),
      ];
    case 'PLAIN_HTTP':
      return [nginx('Pass the reports on to https, then reload nginx.', 'proxy_pass', `${wiring.url}/`)];
    case 'SERVER_URL':
      return [
        nginx('Let nginx take its own part off the path: both end in a slash.', 'proxy_pass', `${wiring.url}/`),
        { text: 'The page sends to a whole path of its own origin.', as: 'code', snippet: "url: '/otel/v1/traces'" },
      ];
    case 'CERTIFICATE_EXPIRED':
      return [
        advice(
          'Issue a new certificate on the Certificates screen. Neither the page nor what passes its reports on needs a change.',
        ),
      ];
    case 'CLIENT_CERTIFICATE':
      return [
        {
          text: 'Give nginx a certificate of its own, then reload it.',
          as: 'code',
          snippet: 'proxy_ssl_certificate client.crt;\nproxy_ssl_certificate_key client.key;',
        },
      ];
    case 'NOTHING_ARRIVED':
      return [
        { text: 'Check that the page sends to its own origin.', as: 'code', snippet: "url: '/otel/v1/traces'" },
        advice(
          `Look into the network tab of the browser: 404 says that nothing passes /otel on, 502 that what does cannot reach ${wiring.url}.`,
        ),
      ];
  }
}

function hostOf({ url }: Wiring): string {
  return new URL(url).hostname.replace(/^\[|\]$/g, '');
}

function nginx(text: string, directive: string, value: string): Fix {
  return { text, as: 'code', snippet: `${directive} ${value};` };
}

function advice(text: string): Fix {
  return { text, as: null, snippet: null };
}
