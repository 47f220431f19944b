import type { Fix } from '../../../contract/index.ts';
import type { CureCode, Wiring } from '../definition.ts';
import { quoteJavaScript } from '../quote/javascript.ts';
import { sealwireLine } from '../shell-dialect.ts';
import { frameworks } from './frameworks.ts';

/** The lines that mend `code` for a page: most stand in its own code, trust is the browser's, and admission the server's. */
export function cure(code: CureCode, wiring: Wiring): readonly Fix[] {
  switch (code) {
    case 'CA_NOT_TRUSTED':
      return [
        command('Let the browser trust the authority, by the store that it reads.', wiring, 'trust install'),
        {
          text: 'Or open the page, here by the address of a usual one, in a browser of its own that accepts this certificate; no store is changed.',
          as: 'command',
          snippet: `${sealwireLine(wiring, 'run')} -- ${frameworks[0]?.start ?? ''}`,
        },
      ];
    case 'NAME_NOT_COVERED':
      return [serverUrl(wiring, 'Use a server name that the certificate covers, then load the page again.')];
    case 'TOKEN_MISSING':
    case 'TOKEN_WRONG':
      return [command('A page sends no token. Let the endpoint take reports of browsers.', wiring, 'up --rum')];
    case 'PLAIN_HTTP':
      return [serverUrl(wiring, 'Write https in the server URL, then load the page again.')];
    case 'SERVER_URL':
      return [
        serverUrl(
          wiring,
          'Give the server URL as scheme, name and port with nothing after them, then load the page again.',
        ),
      ];
    case 'CERTIFICATE_EXPIRED':
      return [advice('Issue a new certificate on the Certificates screen. The page needs no change.')];
    case 'CLIENT_CERTIFICATE':
      return [
        advice(
          'A browser shows no certificate with the question that comes before a report of another origin (Fetch, "CORS-preflight fetch"), so pages get in only where none is required.',
        ),
      ];
    case 'NOTHING_ARRIVED':
      return [
        serverUrl(wiring, 'Check that the page is told where to send, then load it again.'),
        advice(
          `Look into the console of the page: a Content-Security-Policy needs connect-src ${wiring.url}, and an https page may send to https alone.`,
        ),
      ];
  }
}

function serverUrl(wiring: Wiring, text: string): Fix {
  return { text, as: 'code', snippet: `serverUrl: ${quoteJavaScript(wiring.url)},` };
}

function command(text: string, wiring: Wiring, words: string): Fix {
  return { text, as: 'command', snippet: sealwireLine(wiring, words) };
}

function advice(text: string): Fix {
  return { text, as: null, snippet: null };
}
