import type { Diagnosis } from '../../contract/index.ts';
import type { CureCode } from '../agents/definition.ts';
import { advice, command, curesFor, nameOf, type Speaker, settingName } from './dialect.ts';

/** What a code means where the agent itself has said it, with the cure in its dialect; `code` is one of `logPhrases`. */
export function logMeaning(code: string, speaker: Speaker): Pick<Diagnosis, 'summary' | 'cause' | 'fixes'> {
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
        summary: `${name} sends more than the server takes from one address.`,
        cause: 'auth.anonymous.rate_limit bounds how many events a second may come without a token.',
        fixes: [advice('Send less, send a token where the agent can, or raise the limit in apm-server.yml.')],
      };
    case 'REQUEST_REFUSED':
      return {
        summary: `${name} reached the server, which takes nothing at the moment.`,
        cause: 'It is overloaded, short of disk space, or stopping. The agent tries again by itself.',
        fixes: [advice('Look at the notices on Home. Nothing has to change in the application.')],
      };
    case 'SETTING_REFUSED':
      return {
        summary: `${name} does not take the value of one of its settings.`,
        cause: 'The line names the setting and what it may be, such as a duration with its unit.',
        fixes: [
          command(
            'Correct it, then restart the application. This names the file and the line.',
            `${sealwire} agent lint .`,
          ),
        ],
      };
    case 'NO_SHARED_PROTOCOL':
      return {
        summary: `${name} speaks gRPC, and who answered speaks no HTTP/2.`,
        cause: `Most likely a proxy stands between, or ${serverUrl} names another server.`,
        fixes: [advice('Export over HTTP in place of gRPC, or let what stands between pass HTTP/2 on.')],
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
