import type { Fix } from '../../../contract/index.ts';
import type { AgentDefinition, CureCode, Setting, SettingKey, Wiring } from '../definition.ts';
import { quoteDockerfile } from '../quote/dockerfile.ts';
import { quoteDotenv } from '../quote/dotenv.ts';
import { quoteForeman } from '../quote/foreman.ts';
import { quoteSystemdEnvironment } from '../quote/systemd.ts';
import { quoteCompose, quoteYaml } from '../quote/yaml.ts';
import { SHELLS } from '../shell-dialect.ts';
import { tokenLine } from './env.ts';
import { FORMS } from './forms.ts';
import { secretLine } from './kubernetes.ts';
import { jobVariable, restartJobLine } from './launchd.ts';
import { tokenFileLine } from './systemd.ts';
import { beforeToken, settingOf, tokenVariable, written } from './variables.ts';

/** What a cure has to know of one agent beyond its settings. */
export interface CureDialect {
  readonly agent: Pick<AgentDefinition, 'id' | 'title' | 'settings'>;
  /** Variables that make this version of the agent trust the authority; empty where it cannot. */
  trust(wiring: Wiring): readonly (readonly [string, string])[];
  /** One setting as it is written in `code`, `file` or another form of the agent's own. */
  ownLine(as: string, setting: Setting, value: string): string;
  /** Settings that make it report at once and say what it does, for a check. */
  readonly check: readonly (readonly [string, string])[];
  /** What to do first so that the agent can be told which authority to trust, with the values of this machine; left out where nothing is. */
  beforeTrust?(wiring: Wiring): readonly Fix[];
  /** How the agent is given a certificate of its own; left out where it cannot have one. */
  clientCertificate?(wiring: Wiring): readonly Fix[];
}

const RESTART = 'then restart the application: it reads its settings once, when it starts.';

/** The lines that mend `code` in the form `as`, the likeliest first. Forms that are unknown are answered in `env`. */
export function cureIn(dialect: CureDialect, code: CureCode, as: string, wiring: Wiring): readonly Fix[] {
  const form = FORMS[as] ?? FORMS.env;
  const seen = form?.seenFromApplication(wiring) ?? wiring;
  const spoken = { dialect, as: form?.as ?? 'env', wiring: seen };
  switch (code) {
    case 'CA_NOT_TRUSTED':
      return trustFixes(spoken, wiring);
    case 'NAME_NOT_COVERED':
      return [settingFix(spoken, 'serverUrl', `Use a server name that the certificate covers, ${RESTART}`)];
    case 'TOKEN_MISSING':
      return [tokenFix(spoken, `Give the agent the secret token, ${RESTART}`)];
    case 'TOKEN_WRONG':
      return [
        tokenFix(spoken, `Give the agent the current secret token, ${RESTART}`),
        {
          text: 'If an API key is set as well, take it away: the agent sends it instead of the token.',
          as: 'env',
          snippet: SHELLS[wiring.shell].unset(settingOf(dialect.agent, 'apiKey').env ?? ''),
        },
      ];
    case 'PLAIN_HTTP':
      return [settingFix(spoken, 'serverUrl', `Write https in the server URL, ${RESTART}`)];
    case 'SERVER_URL':
      return [
        settingFix(
          spoken,
          'serverUrl',
          `Give the server URL as scheme, name and port with nothing after them, ${RESTART}`,
        ),
      ];
    case 'CERTIFICATE_EXPIRED':
      return [
        {
          text: 'Issue a new certificate on the Certificates screen. The agent needs no change.',
          as: null,
          snippet: null,
        },
      ];
    case 'CLIENT_CERTIFICATE':
      return dialect.clientCertificate?.(seen) ?? clientCertificateFixes(dialect);
    case 'NOTHING_ARRIVED':
      return [
        settingFix(spoken, 'serverUrl', `Check that the agent is told where to send, ${RESTART}`),
        {
          text: `Let the agent report at once and say what it does, ${RESTART}`,
          as: variableForm(spoken),
          snippet: dialect.check.map(([name, value]) => variableLine(spoken, name, value)).join('\n'),
        },
      ];
  }
}

interface Spoken {
  readonly dialect: CureDialect;
  readonly as: string;
  readonly wiring: Wiring;
}

/** What has to be done first, with the values of this machine, and what the agent is told; where nothing can be told to it, the former is all. */
function trustFixes(spoken: Spoken, here: Wiring): readonly Fix[] {
  const first = spoken.dialect.beforeTrust?.(here) ?? [];
  if (first.length > 0 && spoken.dialect.trust(spoken.wiring).length === 0) return first;
  return [...first, trustFix(spoken)];
}

function trustFix(spoken: Spoken): Fix {
  const { dialect, wiring } = spoken;
  const setting = settingOf(dialect.agent, 'caFile');
  const variables = dialect.trust(wiring);
  if (variables.length === 0) {
    return {
      text: `Upgrade ${dialect.agent.title}'s agent to ${setting.since} or later: ${wiring.agentVersion} cannot be told which authority to trust.`,
      as: null,
      snippet: null,
    };
  }
  const text = `Tell the agent which authority to trust, ${RESTART}`;
  if (variables.some(([name]) => name === setting.env)) return settingFix(spoken, 'caFile', text);
  return {
    text,
    as: variableForm(spoken),
    snippet: variables.map(([name, value]) => variableLine(spoken, name, value)).join('\n'),
  };
}

/** For agents that have no setting for it (reference/agents.md §1.2). */
function clientCertificateFixes({ agent }: CureDialect): readonly Fix[] {
  return [
    {
      text: `Elastic's agent for ${agent.title} has no setting for a certificate of its own, so it gets in only where none is required.`,
      as: null,
      snippet: null,
    },
  ];
}

function settingFix(spoken: Spoken, key: SettingKey, text: string): Fix {
  const setting = settingOf(spoken.dialect.agent, key);
  const value = key === 'caFile' ? spoken.wiring.caFile : spoken.wiring.url;
  const snippet = isOwn(spoken.as)
    ? spoken.dialect.ownLine(spoken.as, setting, value)
    : variableLine(spoken, setting.env ?? '', value);
  return { text, as: spoken.as, snippet };
}

function tokenFix(spoken: Spoken, text: string): Fix {
  const { dialect, as, wiring } = spoken;
  const variable = tokenVariable(dialect.agent);
  if (as === 'dotenv')
    return { text, as, snippet: variableLine(spoken, variable, `${beforeToken(dialect.agent)}${wiring.token}`) };
  if (as === 'kubernetes') return { text, as, snippet: secretLine(dialect.agent, wiring) };
  if (as === 'systemd') return { text, as, snippet: tokenFileLine(dialect.agent, wiring) };
  if (as === 'launchd')
    return { text: 'Start the job again: it asks for the current token.', as, snippet: restartJobLine(wiring) };
  return { text, as: 'env', snippet: tokenLine(dialect.agent, wiring) };
}

function isOwn(as: string): boolean {
  return OWN.includes(as);
}

const OWN = ['code', 'file', 'options', 'gradle', 'maven'];

/** The form in which something that only a variable can say is written. */
function variableForm(spoken: Spoken): string {
  return isOwn(spoken.as) ? 'env' : spoken.as;
}

function variableLine(spoken: Spoken, name: string, value: string): string {
  switch (spoken.as) {
    case 'dotenv':
      return `${name}=${written(value, quoteDotenv)}`;
    case 'docker':
      return `ENV ${name}=${quoteDockerfile(value)}`;
    case 'compose':
      return `${name}: ${quoteCompose(value)}`;
    case 'kubernetes':
      return `${name}: ${quoteYaml(value)}`;
    case 'procfile':
      return `${name}=${written(value, quoteForeman)}`;
    case 'launchd':
      return jobVariable(name, value);
    case 'systemd':
      return `Environment=${quoteSystemdEnvironment(name, value)}`;
    default:
      return SHELLS[spoken.wiring.shell].assign(name, value);
  }
}
