import type { Fix } from '../../contract/index.ts';
import { shortText } from '../evidence/short-text.ts';
import { advice, command, curesFor, nameOf, settingName } from './dialect.ts';
import type { Case, Rule } from './rule.ts';

const RUM_PATH = /\/(?:intake\/v[23]\/rum\/events|config\/v1\/rum\/agents)$/;

const NOT_PERMITTED = /(?:^|: )unauthorized: anonymous access not permitted for (agent|service) "(.*)"$/s;

/**
 * What the endpoint may have against clients that show no token, browsers above all, and against API keys. Certain, because it did the refusing itself. These come
 * before the general rules: to a browser, a missing token is no mistake of its own.
 */
export const ADMISSION_RULES: readonly Rule[] = [
  {
    code: 'ORIGIN_REFUSED',
    matches: (it) => error(it).startsWith('forbidden request: origin:'),
    explain: (it) => {
      const origin = shortText(/origin: '(.*)' is not allowed$/s.exec(error(it))?.[1] ?? '', 80);
      return {
        step: 'authorised',
        evidence: `${it.request?.method ?? ''} refused for the origin "${origin}"`,
        summary:
          origin === ''
            ? 'A request to a path of browsers came without an Origin, which is not among those that may report.'
            : `A page from ${origin} may not report here.`,
        cause: 'The setting rum.allow_origins lists the origins that may, and this is none of them.',
        confidence: 'certain',
        fixes: [
          advice(`Add ${origin === '' ? 'it' : `"${origin}"`} to the origins under Settings, Browsers.`),
          config(
            'Or to apm-server.yml, where the endpoint goes by one; "*" is for all.',
            `rum.allow_origins: ["${origin || '*'}"]`,
          ),
        ],
      };
    },
  },
  {
    code: 'RUM_DISABLED',
    matches: (it) =>
      RUM_PATH.test(pathOf(it)) && (error(it).includes('RUM endpoint is disabled') || isWithoutToken(it)),
    explain: (it) => ({
      step: 'authorised',
      evidence: `${it.request?.status ?? 'no token'} for ${shortText(pathOf(it), 60)}`,
      summary: 'The browser agent reports, and the endpoint does not take reports from browsers.',
      cause: isWithoutToken(it)
        ? 'RUM or anonymous access is off, so a token is asked for, and a browser has none that would stay secret.'
        : 'RUM is off, as it is until somebody turns it on.',
      confidence: 'certain',
      fixes: [
        command('Start the endpoint with RUM on.', `${it.wiring.sealwire} up --rum`),
        advice('Or switch it on under Settings, Browsers, for pages of this machine alone.'),
        config('Or turn it on in apm-server.yml, and leave auth.anonymous.enabled out.', 'rum.enabled: true'),
      ],
    }),
  },
  {
    code: 'ANONYMOUS_REFUSED',
    // Not by the status: OTLP answers 500 over HTTP, and a status of its own over gRPC (reference A5, A6).
    matches: (it) => NOT_PERMITTED.test(error(it)),
    explain: (it) => {
      const [, what = 'agent', name = ''] = NOT_PERMITTED.exec(error(it)) ?? [];
      const setting = `auth.anonymous.allow_${what}`;
      return {
        step: 'authorised',
        evidence: `no token, and the ${what} "${shortText(name, 60)}" may not come without one`,
        summary: `${nameOf(it)} sends no secret token.`,
        cause: `While RUM is on, whoever sends none is taken for a browser, and "${shortText(name, 60)}" is not in ${setting}.`,
        confidence: 'certain',
        fixes: [
          ...curesFor(it, 'TOKEN_MISSING', [
            command('Send the token that this prints.', `${it.wiring.sealwire} token show`),
          ]),
          config(`Or let it in without one, in apm-server.yml.`, `${setting}: ["${shortText(name, 60)}"]`),
        ],
      };
    },
  },
  {
    code: 'RATE_LIMITED',
    matches: (it) => it.request?.status === 429 || error(it) === 'rate limit exceeded',
    explain: (it) => ({
      step: it.request?.hasMetadata === true ? 'reporting' : 'identified',
      evidence: `${it.request?.status === 429 ? '429' : 'refused'}: ${shortText(error(it), 120)}`,
      summary: `${nameOf(it)} sends more events without a token than one address may.`,
      cause: 'Three seconds of auth.anonymous.rate_limit.event_limit may come at once, then that many a second.',
      confidence: 'certain',
      fixes: [
        advice('Wait a few seconds, or send a token: what has one is not limited.'),
        config('Or raise the limit in apm-server.yml.', 'auth.anonymous.rate_limit.event_limit: 3000'),
      ],
    }),
  },
  {
    code: 'API_KEY_UNCHECKED',
    matches: (it) => it.request?.verdict?.result === 'unverifiable',
    explain: (it) => ({
      step: 'authorised',
      evidence: `503 for an API key with ${shortText(pathOf(it), 60)}`,
      summary: `${nameOf(it)} sends an API key, which nobody here can check.`,
      cause:
        'API keys live in Elasticsearch, and there is none behind this endpoint; a real server would answer the same while it cannot reach its own.',
      confidence: 'certain',
      fixes: [
        advice(`Take out ${settingName(it, 'apiKey') ?? 'the API key'} here, and use the secret token.`),
        command('This prints the token.', `${it.wiring.sealwire} token show`),
      ],
    }),
  },
];

function pathOf({ request }: Case): string {
  return request?.path.split('?', 1)[0] ?? '';
}

function error({ request }: Case): string {
  return request?.errors.at(-1) ?? '';
}

function isWithoutToken({ request }: Case): boolean {
  return request?.verdict?.result === 'missing';
}

/** Lines below `apm-server:` of the settings file. */
function config(text: string, snippet: string): Fix {
  return { text, as: 'file', snippet: `apm-server.${snippet}` };
}
