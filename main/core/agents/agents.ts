import { createHash, X509Certificate } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fail, type ProcedureOutput } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';
import type { Agents } from '../parts.ts';
import { agentTrust } from './agent-trust.ts';
import { assetPath } from './assets.ts';
import { choose } from './choose.ts';
import { chooseAgent } from './choose-agent.ts';
import type { AgentDefinition, Framework, LaunchPlan, LaunchRequest, Shell, Wiring } from './definition.ts';
import { FORMS } from './forms/forms.ts';
import { SECRET_PLACEHOLDER, sendsToken } from './forms/variables.ts';
import { lintPasted } from './lint/lint-pasted.ts';
import { projectFiles } from './project-files.ts';
import { findProjects } from './projects.ts';
import { provenOf } from './proven.ts';
import { serverOrigin } from './server-origin.ts';
import { SERVICE_NAME, serviceNameFrom } from './service-name.ts';
import { SHELLS, sealwireLine } from './shell-dialect.ts';
import { writeSnippet } from './snippet.ts';
import { isVersion } from './version.ts';

export interface AgentsOptions {
  readonly catalogue: readonly AgentDefinition[];
  readonly host: Host;
  endpointUrl(): string;
  /** PEM file with the authority behind what the endpoint presents; null before the first click, and where `unknownIssuer` tells whose file is missing. */
  caPath(): string | null;
  /** Who issued what the endpoint presents by a settings file, where no file with that authority is known. */
  unknownIssuer?(): string | null;
  auth(): 'token' | 'none';
  /** How `sealwire` is typed: its name, or the path of the launcher. */
  readonly command: string;
  /** Makes a truststore of the authorities and of what that store of a Java holds; its path. */
  truststore(cacerts: string | null): Promise<string>;
  /** What a browser that is opened by `run` is to accept, as PEM; empty while the endpoint presents nothing. */
  ownCertificates?(): readonly string[];
  /** The data folder, where a shell without our environment would look in another. */
  readonly home?: string | null;
  /** Folder in which Sealwire was started. */
  readonly startedIn: string;
  readonly workspace?: string;
}

/** Other names of shells that speak a dialect we write. */
const SHELL_ALIASES: Readonly<Record<string, Shell>> = { zsh: 'bash', sh: 'bash', powershell: 'pwsh' };

/** Started from its own clone, Sealwire is not one of the person's projects. */
const OWN_FOLDER = resolve(assetPath('.'), '..');

/** What stands for the CA file until there is one. */
const NO_CA_FILE = '/path/to/sealwire/ca.pem';

const NO_CA_NOTE =
  'Nothing has been made secure yet, so the path of the authority is a stand-in. Run sealwire init, then ask again.';

/** The same where it is a settings file that brings a certificate, and nobody's file is known to hold who issued it. */
const STRANGE_CA_FILE = '/path/to/the/authority.pem';

const STRANGE_CA_NOTE =
  'The endpoint presents a certificate of apm-server.yml, and that file does not hold the certificate of who issued it, so the path of the authority is a stand-in. Issuer: ';

/** The catalogue at work: snippets, launches and the projects of this machine, for the endpoint and the authority as they are when asked. */
export function createAgents(options: AgentsOptions): Agents {
  const { catalogue, host } = options;
  const files = projectFiles(host);

  const wiringFor = (definition: AgentDefinition | null, shell: Shell, service: string): Wiring => ({
    url: serverOrigin(options.endpointUrl()),
    token: SECRET_PLACEHOLDER,
    caFile: options.caPath() ?? ((options.unknownIssuer?.() ?? null) === null ? NO_CA_FILE : STRANGE_CA_FILE),
    service,
    environment: null,
    agentVersion: definition?.version ?? '',
    sealwire: options.command,
    home: options.home ?? null,
    shell,
    auth: definition !== null && !sendsToken(definition) ? 'none' : options.auth(),
  });

  /** Where the agent that was guessed is not installed, another for the same programs may be. */
  const launchOther = async (
    { id }: AgentDefinition,
    request: LaunchRequest,
  ): Promise<{ readonly definition: AgentDefinition; readonly plan: LaunchPlan } | null> => {
    for (const other of catalogue.filter(({ insteadOf }) => insteadOf?.agent === id)) {
      const wiring = { ...request.wiring, agentVersion: other.version };
      const plan = await other.launch({ ...request, wiring }, files);
      if (plan.ready && plan.isFound === true) return { definition: other, plan };
    }
    return null;
  };

  return {
    list: async () => catalogue.map(summaryOf),

    show: async (input, reveal) => {
      if (input.agentVersion !== undefined) checkVersion(input.agentVersion);
      const definition = agentNamed(catalogue, input.agent);
      const form = choose(
        'form',
        input.as,
        definition.forms.flatMap((as) => FORMS[as] ?? []),
        (each) => each.as,
      );
      const shell = choose('shell', SHELL_ALIASES[input.shell ?? ''] ?? input.shell, form.shells, (each) => each);
      const framework = frameworkNamed(definition, input.framework);
      const service = checkedService(input.service) ?? defaultService(options.startedIn, definition);
      const wiring = wiringFor(definition, shell, service);
      const snippet = writeSnippet(form, {
        agent: definition,
        framework,
        wiring: {
          ...wiring,
          url: input.server === undefined ? wiring.url : serverOrigin(input.server),
          token: reveal?.reveal() ?? SECRET_PLACEHOLDER,
          environment: input.environment ?? null,
          agentVersion: input.agentVersion ?? definition.version,
        },
      });
      if (options.caPath() !== null) return snippet;
      const issuer = options.unknownIssuer?.() ?? null;
      return { ...snippet, notes: [issuer === null ? NO_CA_NOTE : `${STRANGE_CA_NOTE}${issuer}.`, ...snippet.notes] };
    },

    lint: async (input) => {
      if (input.agent !== undefined) agentNamed(catalogue, input.agent);
      if (input.agentVersion !== undefined) checkVersion(input.agentVersion);
      return lintPasted(host, catalogue, input);
    },

    launch: async (input, token) => {
      const definition =
        input.agent === undefined ? chooseAgent(catalogue, input, files) : agentNamed(catalogue, input.agent);
      if (options.caPath() === null) {
        const issuer = options.unknownIssuer?.() ?? null;
        if (issuer !== null) throw fail('SERVED_CA_UNKNOWN', { issuer });
        throw fail('NOT_INITIALISED', { workspace: options.workspace ?? 'default' });
      }
      const service = checkedService(input.service);
      const wiring = { ...wiringFor(definition, 'bash', service ?? ''), token: token?.reveal() ?? '' };
      const request: LaunchRequest = {
        command: input.command,
        cwd: resolve(input.cwd),
        env: input.env,
        wiring,
        service,
        truststore: options.truststore,
        ownKeys: () => [...new Set((options.ownCertificates?.() ?? []).map(keyOf))],
        scratch: () => join(tmpdir(), `sealwire-${host.randomBytes(16).toString('hex')}`),
      };
      const planned = { definition, plan: await definition.launch(request, files) };
      const isAbsent = !planned.plan.ready && input.agent === undefined;
      const { definition: launched, plan } = (isAbsent ? await launchOther(definition, request) : null) ?? planned;
      if (!plan.ready) {
        throw fail('AGENT_ABSENT', {
          agent: plan.missing,
          command: input.command.join(' '),
          where: plan.where,
          fix: `Add it with \`${plan.install}\` and try again.`,
        });
      }
      const aloud = Object.entries(input.readLog === true ? (launched.aloud ?? {}) : {}).filter(
        ([name]) => !input.env[name],
      );
      return {
        agent: launched.id,
        service: plan.service,
        command: [...plan.command],
        env: { ...Object.fromEntries(aloud), ...plan.env },
        notes: [...plan.notes],
        phrases: launched.logPhrases.map(({ phrase }) => phrase),
        scratch: plan.scratch ?? null,
      };
    },

    runCommand: async (input) => {
      const definition = agentNamed(catalogue, input.agent);
      const shell = shellOf(host);
      const service = checkedService(input.service) ?? defaultService(options.startedIn, definition);
      const start = frameworkNamed(definition, input.framework).start;
      const line = sealwireLine(
        wiringFor(definition, shell, service),
        `run --service ${SHELLS[shell].argument(service)}`,
      );
      return `${line} -- ${start}`;
    },

    wiring: (agentId) => {
      const definition = catalogue.find(({ id }) => id === agentId) ?? null;
      return wiringFor(definition, shellOf(host), defaultService(options.startedIn, definition));
    },

    projects: async (input) =>
      findProjects(catalogue, [options.startedIn, ...input.folders], files).filter(
        ({ folder }) => folder !== OWN_FOLDER,
      ),
  };
}

function summaryOf(definition: AgentDefinition): ProcedureOutput<'agent.list'>['agents'][number] {
  return {
    id: definition.id,
    title: definition.title,
    version: definition.version,
    frameworks: definition.frameworks.map(({ id, title, start }) => ({ id, title, start })),
    forms: definition.forms.flatMap((as) => {
      const form = FORMS[as];
      return form === undefined
        ? []
        : [{ as, title: form.title, shells: [...form.shells], proven: provenOf(definition, as) }];
    }),
    keywords: [...definition.keywords],
    trust: agentTrust(definition),
    runsIn: definition.runsIn ?? 'process',
  };
}

function keyOf(pem: string): string {
  const key = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}

function agentNamed(catalogue: readonly AgentDefinition[], name: string): AgentDefinition {
  return choose('agent', name, catalogue, ({ id }) => id);
}

function frameworkNamed(definition: AgentDefinition, name: string | undefined): Framework {
  return choose('framework', name, definition.frameworks, ({ id }) => id);
}

/** Throws `INPUT_INVALID` for what is no version. */
function checkVersion(version: string): void {
  if (isVersion(version)) return;
  throw fail('INPUT_INVALID', { what: `"${version}" is no version: one is written in numbers, such as 4.18.0.` });
}

/** A service name that was asked for; throws `INPUT_INVALID` where agents would refuse it. */
function checkedService(service: string | undefined): string | null {
  if (service === undefined) return null;
  if (!SERVICE_NAME.test(service)) {
    throw fail('INPUT_INVALID', {
      what: 'A service name holds letters, digits, spaces, hyphens and underscores only.',
    });
  }
  return service;
}

function defaultService(startedIn: string, definition: AgentDefinition | null): string {
  return serviceNameFrom(startedIn.split(/[\\/]/).at(-1) ?? '') ?? `my-${definition?.id ?? 'new'}-service`;
}

function shellOf(host: Host): Shell {
  if (host.platform === 'win32') return 'cmd';
  return host.env.SHELL?.endsWith('/fish') === true ? 'fish' : 'bash';
}
