import type { Diagnosis, ExplainAnswer } from '../../contract/index.ts';
import type { AgentDefinition, CureCode, Wiring } from '../agents/definition.ts';
import { textPlaces } from '../agents/lint/text-places.ts';
import { advice, command, curesFor, nameOf, type Speaker, settingName } from './dialect.ts';

/** Lines of one failure that are named; the rest is counted. */
const MOST_NAMED = 3;

interface LoggedLine {
  readonly line: number;
  readonly code: string;
}

/** What one agent's phrases find in a text, and how much of the text they account for. */
interface Reading {
  readonly definition: AgentDefinition;
  readonly lines: readonly LoggedLine[];
  /** Characters of the phrases that were found, each counted once: longer ones say more about who wrote them. */
  readonly weight: number;
}

/**
 * What an agent's own log says of its connection: each failure once, with its lines and the cure in the agent's dialect (phrases: `logPhrases` of the catalogue, reference/agents.md §6).
 * Without `asked`, the agent whose words they are; where several write the same, `candidates` names them and the cures are general. Nothing of the text is in the answer.
 */
export function explainLog(
  written: string,
  catalogue: readonly AgentDefinition[],
  asked: AgentDefinition | null,
  wiring: (agentId: string | null) => Wiring,
): ExplainAnswer {
  const text = written.replaceAll('\r\n', '\n');
  const placeOf = textPlaces(text);
  const readings = (asked === null ? catalogue : [asked])
    .map((definition) => read(definition, text, placeOf))
    .filter(({ weight }) => weight > 0);
  const most = Math.max(0, ...readings.map(({ weight }) => weight));
  const best = readings.filter(({ weight }) => weight === most);
  const [first] = best;
  if (first === undefined) return { agent: null, candidates: [], said: [] };
  const definition = best.length === 1 ? first.definition : null;
  const speaker: Speaker = { definition, wiring: wiring(definition?.id ?? null) };
  // Several agents may mean different things by the same words: then each is one of what it can be.
  const lines = best.flatMap((each) => each.lines).sort((one, other) => one.line - other.line);
  const codes = [...new Set(lines.map(({ code }) => code))];
  return {
    agent: definition?.id ?? null,
    candidates: definition === null ? best.map((each) => each.definition.id) : [],
    said: codes.map((code) => {
      const at = [...new Set(lines.filter((each) => each.code === code).map(({ line }) => line))];
      const isDoubtful = lines.some((each) => each.code !== code && at.includes(each.line));
      const diagnosis = diagnosisOf(code, speaker, isDoubtful ? 'possible' : 'probable');
      return { lines: at.slice(0, MOST_NAMED), count: at.length, diagnosis };
    }),
  };
}

function read(definition: AgentDefinition, text: string, placeOf: ReturnType<typeof textPlaces>): Reading {
  const found = new Map<number, LoggedLine & { readonly length: number }>();
  const phrases = definition.logPhrases.filter(({ phrase }) => text.includes(phrase));
  for (const { phrase, code } of phrases) {
    for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + phrase.length)) {
      const { line } = placeOf(at);
      // Of two phrases in one line the longer one says more.
      if ((found.get(line)?.length ?? 0) < phrase.length) found.set(line, { line, code, length: phrase.length });
    }
  }
  const lines = [...found.values()].sort((one, other) => one.line - other.line);
  return { definition, lines, weight: phrases.reduce((sum, { phrase }) => sum + phrase.length, 0) };
}

/** The agent says so itself, but a log does not always say of which server; so nothing is ever certain. */
function diagnosisOf(code: string, speaker: Speaker, confidence: Diagnosis['confidence']): Diagnosis {
  const { summary, cause, fixes } = meaningOf(code, speaker);
  return { code, summary, cause, confidence, fixes: [...fixes] };
}

function meaningOf(code: string, speaker: Speaker): Pick<Diagnosis, 'summary' | 'cause' | 'fixes'> {
  const name = nameOf(speaker);
  const { url, caFile, sealwire } = speaker.wiring;
  const serverUrl = settingName(speaker, 'serverUrl') ?? 'The server URL';
  const cured = (as: CureCode, text: string, snippet: string | null) =>
    curesFor(speaker, as, [{ text, as: null, snippet }]);
  switch (code) {
    case 'CA_NOT_TRUSTED':
      return {
        summary: `${name} does not trust the certificate that it was shown.`,
        cause: `Most likely ${settingName(speaker, 'caFile') ?? 'the file of the authority'} is missing, or points to a file that the process cannot read or that holds another authority.`,
        fixes: cured('CA_NOT_TRUSTED', 'Tell the client to trust this CA file.', caFile),
      };
    case 'NAME_NOT_COVERED':
      return {
        summary: `${name} asked for a name that the certificate does not cover.`,
        cause: `${serverUrl} names a host that is not in the certificate of the server.`,
        fixes: cured('NAME_NOT_COVERED', 'Use a name of the certificate.', url),
      };
    case 'CERTIFICATE_EXPIRED':
      return {
        summary: `${name} was shown a certificate that is not valid at this time.`,
        cause: 'It has expired, or the clock of one of the two machines is wrong.',
        fixes: cured('CERTIFICATE_EXPIRED', 'Renew it.', `${sealwire} cert list`),
      };
    case 'PLAIN_HTTP':
      return {
        summary: `${name} got no answer before its connection was ended, as happens to plain HTTP at a port that speaks TLS.`,
        cause: `Most likely ${serverUrl} begins with http:// and must begin with https://.`,
        fixes: cured('PLAIN_HTTP', 'Use this URL.', url),
      };
    case 'SERVER_URL':
      return {
        summary: `${name} cannot use the URL of the server as it is written, or finds no TLS behind it.`,
        cause: `${serverUrl} has to be https://, a host and a port.`,
        fixes: cured('SERVER_URL', 'Use this URL.', url),
      };
    case 'TOKEN_WRONG':
      return {
        summary: `${name} was refused by the server for its token, or for sending none.`,
        cause: `${settingName(speaker, 'secretToken') ?? 'The token'} is missing, is not the one of this server, or holds a character that no header can.`,
        fixes: cured('TOKEN_WRONG', 'Use the token of this server.', `${sealwire} token show`),
      };
    case 'NOTHING_ARRIVED':
      return {
        summary: `${name} reached nobody at the address that it was given.`,
        cause: `Sealwire is not running, or ${serverUrl} names another address or port.`,
        fixes: cured('NOTHING_ARRIVED', 'Start the endpoint, and use its URL.', url),
      };
    case 'ORIGIN_REFUSED':
      return {
        summary: 'The browser keeps the answer from the page, whose origin is not among those that may report.',
        cause: 'The setting rum.allow_origins lists the origins that may.',
        fixes: [advice('Add the origin of the page under Settings, Browsers.')],
      };
    case 'RUM_DISABLED':
      return {
        summary: 'The endpoint does not take reports from browsers.',
        cause: 'RUM is off, as it is until somebody turns it on.',
        fixes: [command('Start the endpoint with RUM on.', `${sealwire} up --rum`)],
      };
    case 'RATE_LIMITED':
      return {
        summary: 'The page sends more than the endpoint takes from one address.',
        cause: 'auth.anonymous.rate_limit bounds how many events a second may come without a token.',
        fixes: [advice('Send less from this page, or raise the limit in apm-server.yml.')],
      };
    case 'WRONG_PATH':
      return {
        summary: 'The URL has a path, and nothing is there.',
        cause: `${serverUrl} must end behind the port; the agent adds the path by itself.`,
        fixes: [{ text: 'Use this URL.', as: null, snippet: url }],
      };
    case 'OTLP_FROM_PAGE':
      return {
        summary: 'The page sends OTLP to another origin, and its browser is not let.',
        cause: 'APM Server lets pages of other origins in on the paths of RUM alone.',
        fixes: [command('Send to the page’s own origin, as this shows.', `${sealwire} agent show otel-browser`)],
      };
    default:
      return {
        summary: `${name} says in its log that it could not report.`,
        cause: 'What it met has no cure of its own here.',
        fixes: [advice('Look at the attempts of this service under Traffic, which say what the endpoint saw.')],
      };
  }
}
