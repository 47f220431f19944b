import { fail, type Snippet } from '../../../contract/index.ts';
import { choose } from '../choose.ts';
import type { AgentDefinition, SettingKey, Wiring } from '../definition.ts';
import { CONTAINER_HOST } from '../forms/container.ts';
import { FORMS } from '../forms/forms.ts';
import { SECRET_PLACEHOLDER } from '../forms/variables.ts';
import { readText } from '../lint/lint-text.ts';
import { isLoopback, serverOrigin } from '../server-origin.ts';
import { SERVICE_NAME } from '../service-name.ts';
import { writeSnippet } from '../snippet.ts';
import { type ReadWiring, readWiring } from './read-wiring.ts';
import { plainText, valueThere } from './value-there.ts';

export interface TranslateRequest {
  readonly text: string;
  /** The name of its file, without a folder. */
  readonly name: string;
  readonly catalogue: readonly AgentDefinition[];
  readonly to: string;
  readonly as?: string | undefined;
  readonly framework?: string | undefined;
  readonly shell?: string | undefined;
  readonly agentVersion?: string | undefined;
  /** How `sealwire` is typed. */
  readonly sealwire: string;
  /** The data folder that lines with `sealwire` have to name; null for the usual one. */
  readonly home: string | null;
}

/** Values that every form carries. */
const CARRIED: readonly SettingKey[] = ['serverUrl', 'secretToken', 'caFile', 'serviceName', 'environment'];

/** Forms in which everything is a variable, so that further settings can stand beside the others. */
const OF_VARIABLES = ['env', 'dotenv', 'procfile', 'docker', 'compose', 'kubernetes', 'systemd', 'launchd'];
const CONTAINERS = ['docker', 'compose', 'kubernetes'];

const STAND_IN = { url: 'https://localhost:8200', caFile: '/path/to/sealwire/ca.pem', service: 'my-service' };

/**
 * The same wiring for another agent or in another form, with a note for everything that has no counterpart there. A token is never carried over: its place is the one of the new
 * form. Throws `USAGE` for a text without settings of an agent, and for an agent, form or framework that is not known.
 */
export function translate(request: TranslateRequest): Snippet {
  const { catalogue, text } = request;
  const agent = choose('agent', request.to, catalogue, ({ id }) => id);
  const forms = agent.forms.flatMap((as) => FORMS[as] ?? []);
  const form = choose('form', request.as, forms, ({ as }) => as);
  const shell = choose('shell', request.shell, form.shells, (each) => each);
  const framework = choose('framework', request.framework, agent.frameworks, ({ id }) => id);
  const meant = readText({ text, name: request.name, catalogue, agents: [] })?.meant ?? [];
  const pasted = meant.some(({ known }) => known.length > 0)
    ? meant
    : (readText({ text, name: null, catalogue, agents: [] })?.meant ?? []);
  const read = readWiring(pasted);
  if (read === null) {
    throw fail('USAGE', {
      what: `There are no settings of an agent in ${request.name}.`,
      fix: 'Name a file with variables such as ELASTIC_APM_SERVER_URL, or an agent’s own file or code.',
    });
  }
  const notes: string[] = [];
  const values = valuesOf(read, CONTAINERS.includes(form.as), notes);
  const wiring: Wiring = {
    ...values,
    shell,
    sealwire: request.sealwire,
    home: request.home,
    token: SECRET_PLACEHOLDER,
    auth: 'token',
    agentVersion: request.agentVersion ?? agent.version,
  };
  const more = furtherVariables(read, agent, form.as, notes);
  const extended: AgentDefinition = { ...agent, environment: (...of) => [...agent.environment(...of), ...more] };
  const snippet = writeSnippet(form, { agent: extended, framework, wiring });
  return { ...snippet, notes: [...notes, ...snippet.notes] };
}

/** The values of the wiring; what the text does not say is a stand-in, and said in a note. */
function valuesOf(
  read: ReadWiring,
  isForContainer: boolean,
  notes: string[],
): Pick<Wiring, 'url' | 'caFile' | 'service' | 'environment'> {
  const textOf = (key: SettingKey): string | null => {
    const found = read.values.get(key);
    return found?.text == null ? null : plainText(found.known.setting, found.text.trim()) || null;
  };
  const url = textOf('serverUrl');
  if (url === null)
    notes.push(`The text names no server, or only when the application starts; ${STAND_IN.url} is a stand-in.`);
  const service = textOf('serviceName');
  if (service === null) notes.push(`The text names no service; ${STAND_IN.service} is a stand-in.`);
  else if (!SERVICE_NAME.test(service))
    notes.push('The service name holds characters that agents refuse; they are hyphens here.');
  const caFile = textOf('caFile');
  if (caFile === null)
    notes.push(
      `The text names no file of an authority; ${STAND_IN.caFile} is a stand-in. \`sealwire status\` shows the path of yours.`,
    );
  else if (read.inContainer)
    notes.push(
      `${caFile} is the path inside the container of the text; put the path of the same file on this machine in its place.`,
    );
  return {
    url: url === null ? STAND_IN.url : origin(url, read.inContainer, isForContainer, notes),
    caFile: caFile ?? STAND_IN.caFile,
    service: (service ?? STAND_IN.service).replaceAll(/[^a-zA-Z0-9 _-]/g, '-'),
    environment: textOf('environment'),
  };
}

function origin(url: string, isFromContainer: boolean, isForContainer: boolean, notes: string[]): string {
  const first = url.split(',')[0]?.trim() ?? url;
  const found = serverOrigin(first);
  if (first.replace(/\/$/, '') !== found) notes.push('Of the server URL, scheme, name and port were taken.');
  const { hostname } = new URL(found);
  if (isFromContainer && hostname === CONTAINER_HOST) {
    // A form for containers writes it again, with what makes it known there.
    if (!isForContainer) notes.push(`${CONTAINER_HOST} is this machine as a container sees it; it is localhost here.`);
    return found.replace(hostname, 'localhost');
  }
  if (isFromContainer && isLoopback(found))
    notes.push(`In the container of the text, ${hostname} was the container itself; check that it is what you mean.`);
  return found;
}

/** Settings beyond those of every wiring, as variables of the other agent; a note for each that cannot be one. */
function furtherVariables(read: ReadWiring, agent: AgentDefinition, as: string, notes: string[]): [string, string][] {
  const variables: [string, string][] = [];
  for (const [key, { known, name, text }] of read.values) {
    if (CARRIED.includes(key)) continue;
    const there = agent.settings.find((each) => each.key === key && each.env !== null && each.until === null);
    const said =
      leftOut(key, name, agent) ??
      (there?.env == null ? `${name} has no counterpart in the agent for ${agent.title}.` : null);
    if (said !== null || there?.env == null) notes.push(said ?? '');
    else if (text === null)
      notes.push(`${name} gets its value when the application starts; set ${there.env} the same way.`);
    else if (OF_VARIABLES.includes(as)) variables.push([there.env, valueThere(known.setting, there, text)]);
    else
      notes.push(
        `${name} has no place in these lines; set ${there.env}=${valueThere(known.setting, there, text)} in the environment as well.`,
      );
  }
  if (read.unknown.length > 0)
    notes.push(`Left out, because nothing is known of their counterparts: ${read.unknown.join(', ')}.`);
  if (read.others.length > 0)
    notes.push(`The text wires further applications, which were left out: ${read.others.join(', ')}.`);
  return variables;
}

/** What is never carried over, and why. */
function leftOut(key: SettingKey, name: string, { title }: AgentDefinition): string | null {
  if (key === 'pin') return `${name} pins a certificate; what is written for ${title} trusts the authority instead.`;
  if (key === 'verify') return `${name} is left out: the server is always verified.`;
  if (key === 'apiKey')
    return `${name} is left out: an API key wins over the secret token, and these lines bring a token.`;
  return null;
}
