import type { Fix } from '../../contract/index.ts';
import { tokenCommand } from '../agents/shell-dialect.ts';
import type { AuthVerdict } from '../evidence/facts.ts';
import { shortText } from '../evidence/short-text.ts';
import { readUserAgent } from '../evidence/user-agent.ts';
import { advice, command, curesFor, nameOf, settingName } from './dialect.ts';
import type { Case, Rule } from './rule.ts';

const INTAKE = /\/intake\/v[23]\/(?:rum\/)?events\/?$/;
const AGENT_PATH =
  /^(.*)\/(?:intake\/v2\/events|intake\/v[23]\/rum\/events|config\/v1\/(?:rum\/)?agents|v1\/(?:traces|metrics|logs))\/?$/;

type Hint = Extract<AuthVerdict, { readonly result: 'refused' }>['hint'];

/** What the endpoint may refuse in a request; certain, because it did the refusing itself. */
export const REQUEST_RULES: readonly Rule[] = [
  {
    code: 'TOKEN_MISSING',
    matches: (it) => it.request?.verdict?.result === 'missing' && !isHealthCheck(it),
    explain: (it) => ({
      step: 'authorised',
      evidence: `no token with ${requestWords(it)}`,
      summary: `${nameOf(it)} sends no secret token.`,
      cause: `Most likely ${settingName(it, 'secretToken') ?? 'the setting for the token'} is not set where the application starts.`,
      confidence: 'certain',
      fixes: curesFor(it, 'TOKEN_MISSING', tokenFixes(it)),
    }),
  },
  {
    code: 'TOKEN_WRONG',
    matches: (it) => it.request?.verdict?.result === 'refused',
    explain: (it) => ({
      step: 'authorised',
      evidence: `wrong token with ${requestWords(it)}`,
      summary: `${nameOf(it)} sends a token that is not the one of this workspace.`,
      cause: hintWords(it),
      confidence: 'certain',
      fixes: curesFor(it, 'TOKEN_WRONG', tokenFixes(it)),
    }),
  },
  {
    code: 'WRONG_PATH',
    // An unclean path such as `//intake/v2/events` is redirected, which agents do not follow with a body (reference/intake-protocol.md A0).
    matches: (it) => [307, 404].includes(it.request?.status ?? 0) && (AGENT_PATH.test(pathOf(it)) || isAgent(it)),
    explain: (it) => {
      const prefix = (AGENT_PATH.exec(pathOf(it))?.[1] ?? pathOf(it)).replace(/\/+$/, '');
      return {
        step: it.request?.verdict?.result === 'accepted' ? 'identified' : 'authorised',
        evidence: `${it.request?.status} for ${requestWords(it)}`,
        summary: `${nameOf(it)} asks for a path that APM Server does not have.`,
        cause: `${settingName(it, 'serverUrl') ?? 'The server URL'} ends in ${prefix === '' ? 'a slash too many' : `"${shortText(prefix, 60)}"`}; it must end after the port.`,
        confidence: 'certain',
        fixes: curesFor(it, 'SERVER_URL', [{ text: 'Use this URL.', as: null, snippet: it.wiring.url }]),
      };
    },
  },
  {
    code: 'EVENTS_REJECTED',
    matches: (it) => INTAKE.test(pathOf(it)) && isBetween(it.request?.status, 400, 499),
    explain: (it) => ({
      step: it.request?.hasMetadata ? 'reporting' : 'identified',
      evidence: `${it.request?.status}: ${firstError(it)}`,
      summary: `The endpoint refused events: "${firstError(it)}".`,
      cause: it.request?.hasMetadata
        ? 'An event does not have the form that the intake protocol asks for, or is too large.'
        : 'The body does not begin with metadata that can be read.',
      confidence: 'certain',
      fixes: [advice('Update the agent. If the application makes events by hand, correct what the message names.')],
    }),
  },
  {
    code: 'REQUEST_REFUSED',
    matches: (it) => INTAKE.test(pathOf(it)) && isBetween(it.request?.status, 500, 599),
    explain: (it) => ({
      step: it.request?.hasMetadata ? 'reporting' : 'identified',
      evidence: `${it.request?.status}: ${firstError(it)}`,
      summary: `The endpoint could not take the events: "${firstError(it)}".`,
      cause: 'It is overloaded, short of disk space, or stopping. The agent tries again by itself.',
      confidence: 'certain',
      fixes: [advice('Look at the notices on Home. Nothing has to change in the application.')],
    }),
  },
];

/** `GET /` answers everybody (reference/intake-protocol.md A3): without a token and without an agent's name it is somebody looking whether we live. */
function isHealthCheck(it: Case): boolean {
  return pathOf(it) === '/' && !isAgent(it);
}

function isAgent({ request }: Case): boolean {
  const userAgent = request?.userAgent ?? null;
  return userAgent !== null && readUserAgent(userAgent) !== null;
}

function pathOf({ request }: Case): string {
  return request?.path.split('?', 1)[0] ?? '';
}

function requestWords(it: Case): string {
  return shortText(`${it.request?.method ?? ''} ${pathOf(it)}`, 80);
}

function firstError({ request }: Case): string {
  return shortText(request?.errors[0] ?? 'no reason given', 160);
}

function isBetween(status: number | null | undefined, low: number, high: number): boolean {
  return status !== null && status !== undefined && status >= low && status <= high;
}

function hintWords(it: Case): string {
  const verdict = it.request?.verdict;
  const hint: Hint = verdict?.result === 'refused' ? verdict.hint : null;
  const setting = settingName(it, 'secretToken') ?? 'the setting for the token';
  switch (hint) {
    case 'whitespace':
      return `The token is right but for a space or a line break at one end of ${setting}.`;
    case 'quotes':
      return `The token is right, but ${setting} holds it in quotation marks.`;
    case 'placeholder':
      return `${setting} holds the text \${SECRET_TOKEN} as it stands; nothing put the token in its place.`;
    case 'retired':
      return 'That token was right once and has been retired.';
    case 'api-key': {
      const apiKey = settingName(it, 'apiKey');
      return `${apiKey ?? 'An API key'} is set as well, and an API key wins over the secret token.`;
    }
    case 'api-key-form':
      return `${settingName(it, 'apiKey') ?? 'The API key'} does not hold an API key: that is the base64 form of its id, a colon and the key.`;
    case 'masked':
      return `${setting} holds the dots that the screen shows in place of the token.`;
    case 'scheme':
      return 'The Authorization header does not begin with "Bearer" and a space.';
    case null:
      return `Most likely ${setting} holds the token of another server or workspace.`;
  }
}

function tokenFixes({ wiring }: Case): readonly Fix[] {
  return [command('Send the header "Authorization: Bearer" with the token that this prints.', tokenCommand(wiring))];
}
