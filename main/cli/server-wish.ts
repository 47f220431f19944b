import { fail } from '../contract/errors.ts';
import type { ProcedureInput } from '../contract/procedures.ts';
import type { CommandContext, OptionMeta } from './command.ts';
import { wholeNumber } from './given.ts';
import { readGivenFile } from './read-given-file.ts';

const TARGETS = ['standalone', 'systemd', 'compose', 'kubernetes', 'helm', 'eck', 'elastic-agent'] as const;
const CLIENTS = ['none', 'optional', 'required'] as const;
const PROTOCOLS = ['TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;

/** What every command takes that is about setting up a server. */
export const SERVER_OPTIONS = {
  target: {
    kind: 'value',
    value: 'TARGET',
    help: 'How the server is run; standalone unless said otherwise',
    oneOf: TARGETS,
  },
  'server-version': { kind: 'value', value: 'V', help: 'Version of APM Server, such as 9, or 8.19.5' },
  name: { kind: 'value', value: 'HOST', many: true, help: 'Host name or address under which agents reach it' },
  port: { kind: 'value', value: 'N', help: 'Port that it listens on (else 8200)' },
  elasticsearch: { kind: 'value', value: 'URL', help: 'Where it sends to' },
  csr: { kind: 'flag', help: 'Write a signing request for the authority of your organisation' },
  cert: { kind: 'value', value: 'FILE', help: 'Use this certificate (PEM, with those up to the root) …' },
  key: { kind: 'value', value: 'FILE', help: '… and its private key' },
  ca: { kind: 'value', value: 'FILE', help: 'The authority of --cert, which agents then trust' },
  'passphrase-file': { kind: 'value', value: 'FILE', help: 'File with the passphrase of --key' },
  'encrypt-key': { kind: 'flag', help: 'Encrypt the private key; the keystore holds its passphrase' },
  clients: { kind: 'value', value: 'MODE', help: 'Ask clients for certificates of this workspace', oneOf: CLIENTS },
  protocol: { kind: 'value', value: 'VERSION', many: true, help: 'Version of TLS', oneOf: PROTOCOLS },
  rum: { kind: 'flag', negatable: true, help: 'Let browsers report without a token; as under Settings unless said' },
  origin: { kind: 'value', value: 'ORIGIN', many: true, help: 'Where pages of browsers may come from' },
  'event-limit': { kind: 'value', value: 'N', help: 'Events a second of one address without a token' },
  header: { kind: 'value', value: 'NAME=VALUE', many: true, help: 'Header that is added to every response' },
  trial: { kind: 'flag', help: 'With compose: an Elasticsearch and a Kibana to try it' },
} as const satisfies Readonly<Record<string, OptionMeta>>;

/** What was typed, as a wish. Throws `USAGE` for options that exclude each other, and for files that are not there. */
export function readServerWish({ given, host }: CommandContext): ProcedureInput<'server.preview'> {
  const port = wholeNumber(given, 'port', [1, 65535], 8200);
  const eventLimit = wholeNumber(given, 'event-limit', [1, 1_000_000], 300);
  const version = given.value('server-version');
  const elasticsearch = given.value('elasticsearch');
  const origins = given.values('origin');
  const headers = given.values('header').map(headerOf);
  const protocols = PROTOCOLS.filter((each) => given.values('protocol').includes(each));
  const rum = given.flag('rum');
  const clients = CLIENTS.find((each) => each === given.value('clients'));
  return {
    target: TARGETS.find((each) => each === given.value('target')) ?? 'standalone',
    names: [...given.values('name')],
    certificate: certificateOf({ given, host }),
    encryptKey: given.flag('encrypt-key') === true,
    trial: given.flag('trial') === true,
    ...(version === undefined ? {} : { version }),
    ...(port === undefined ? {} : { port }),
    ...(elasticsearch === undefined ? {} : { elasticsearch }),
    ...(clients === undefined ? {} : { clients }),
    ...(protocols.length === 0 ? {} : { protocols }),
    ...(rum === null ? {} : { rum }),
    ...(origins.length === 0 ? {} : { origins: [...origins] }),
    ...(eventLimit === undefined ? {} : { eventLimit }),
    ...(headers.length === 0 ? {} : { responseHeaders: Object.fromEntries(headers) }),
  };
}

function headerOf(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw fail('USAGE', {
    what: `--header takes a name and a value, and "${text}" is none.`,
    fix: 'Write it as NAME=VALUE.',
  });
}

function certificateOf({
  given,
  host,
}: Pick<CommandContext, 'given' | 'host'>): NonNullable<ProcedureInput<'server.preview'>['certificate']> {
  const [certificate, key] = [given.value('cert'), given.value('key')];
  const [ca, passphrase] = [given.value('ca'), given.value('passphrase-file')];
  if ((certificate === undefined) !== (key === undefined))
    throw fail('USAGE', { what: 'A certificate comes with its key.', fix: 'Give both --cert FILE and --key FILE.' });
  if (certificate === undefined || key === undefined) {
    if (ca !== undefined || passphrase !== undefined)
      throw fail('USAGE', { what: '--ca and --passphrase-file belong to --cert.', fix: 'Add --cert FILE --key FILE.' });
    return { from: given.flag('csr') === true ? 'request' : 'authority' };
  }
  if (given.flag('csr') === true)
    throw fail('USAGE', { what: 'A certificate that is there needs no signing request.', fix: 'Leave out --csr.' });
  const bytes = (path: string): string => readGivenFile(host, path).toString('base64');
  return {
    from: 'given',
    certificate: bytes(certificate),
    key: bytes(key),
    ...(ca === undefined ? {} : { ca: bytes(ca) }),
    ...(passphrase === undefined
      ? {}
      : {
          passphrase: readGivenFile(host, passphrase)
            .toString('utf8')
            .replace(/\r?\n$/, ''),
        }),
  };
}
