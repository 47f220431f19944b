import type { Status } from '../../contract/shapes.ts';
import type { CommandContext, CommandMeta } from '../command.ts';
import { timeSpan } from '../given.ts';
import { serviceLines } from '../ladder-lines.ts';
import { daysLeft, moment } from '../moments.ts';
import type { Output } from '../output.ts';
import type { Paint } from '../paint.ts';
import { relayText } from '../relay-text.ts';
import { facts } from '../table.ts';
import { UNKNOWN_CA } from '../up/ready.ts';

export const meta: CommandMeta = {
  summary: 'Show the endpoint, what it is secured with, and every service with its ladder',
  options: {
    'fail-within': {
      kind: 'value',
      value: 'SPAN',
      help: 'Exit 1 when an authority or a certificate expires within this time, such as 30d',
    },
  },
  examples: [['sealwire status --json --fail-within 30d', 'a check for a schedule']],
};

/** Exits 1 with `--fail-within` where something expires in that time; the status is printed all the same. */
export async function run({ given, output, host, connect }: CommandContext): Promise<number> {
  const within = timeSpan(given, 'fail-within');
  const status = await (await connect()).call('status', {});
  const soon = within === undefined ? [] : expiringBy(status, host.now().getTime() + within);
  output.answer(status, (shown) => statusLines(shown, output));
  for (const line of soon) output.note(line);
  return soon.length === 0 ? 0 : 1;
}

/** A sentence for each authority that agents trust, and each certificate without a successor, that ends by then; an expired one counts as long as it is in use. */
function expiringBy({ authorities, certificates }: Status, until: number): string[] {
  const trusted = authorities.filter(
    ({ current, state, validCertificates }) => current || (state === 'older' && validCertificates > 0),
  );
  const needed = certificates.filter(({ inUse, state }) => inUse || state === 'valid');
  const ending = [
    ...trusted.map(({ id, notAfter }) => ({ what: `Authority ${id}`, notAfter })),
    ...needed.map(({ id, names, notAfter }) => ({ what: `Certificate ${id} (${names.join(', ')})`, notAfter })),
  ];
  return ending
    .filter(({ notAfter }) => Date.parse(notAfter) <= until)
    .map(({ what, notAfter }) => `${what} expires on ${moment(notAfter)}.`);
}

/** What a settings file makes agents trust in place of the authority; null where it is that. */
function trustedText({ endpoint, authorities }: Status): string | null {
  const own = authorities.find(({ current }) => current)?.path;
  if (endpoint === null || own === undefined || endpoint.ca === own) return null;
  return endpoint.ca ?? UNKNOWN_CA;
}

function statusLines(status: Status, { paint, typed }: Output): string[] {
  const { authorities, certificates, tokens, vault, services, notices } = status;
  const authority = authorities.find(({ current }) => current);
  const certificate = certificates.find(({ inUse }) => inUse);
  const token = tokens.find(({ state }) => state === 'active');
  return [
    ...facts([
      ['Workspace', status.workspace],
      ['Endpoint', endpointText(status, paint)],
      ['Browsers', status.rum.enabled ? `may report from ${status.rum.origins.join(', ')}` : null],
      ['Authority', authority === undefined ? null : `${authority.commonName}, ${daysLeft(authority.daysLeft)}`],
      ['', authority?.path ?? null],
      ['Agents trust', trustedText(status)],
      [
        'Certificate',
        certificate === undefined ? null : `${certificate.shownNames.join(', ')}, ${daysLeft(certificate.daysLeft)}`,
      ],
      [
        'Token',
        token === undefined
          ? null
          : `${token.id}, last used: ${token.lastUsedAt === null ? 'never' : moment(token.lastUsedAt)}`,
      ],
      ['Relay', status.relay === null ? null : typed(relayText(status.relay, paint))],
      ['Vault', vault.persistent || vault.kind === 'none' ? vault.label : paint.attention(vault.label)],
    ]),
    ...(status.initialised ? [] : ['', typed('Nothing has been made secure yet. Do it with: sealwire init')]),
    ...notices.flatMap(({ level, title, text }) => [
      '',
      (level === 'failed' ? paint.bad : paint.attention)(title),
      typed(text),
    ]),
    ...services.flatMap((service) => ['', ...serviceLines(service, paint)]),
  ];
}

function endpointText({ endpoint }: Status, paint: Paint): string {
  if (endpoint === null) return 'not listening';
  if (endpoint.listening) return `${endpoint.url} ${paint.good('listening')} since ${moment(endpoint.since)}`;
  return endpoint.problem === null
    ? `${endpoint.url} not listening`
    : `${endpoint.url} ${paint.bad('not listening')}: ${endpoint.problem.message}`;
}
