import { fail } from '../../../contract/index.ts';
import type { Handover, HandoverFile, ServerPlan } from '../handover.ts';
import type { HandoverTarget } from '../handover-target.ts';
import { requestSteps, withReadme } from '../readme.ts';
import { certificateFiles } from '../server-files.ts';
import { type SettingPlaces, settingsTree, writtenSettings } from '../server-settings-tree.ts';
import { agentUrl, reference, usualPlaces } from '../server-yml.ts';
import { yamlText } from '../yaml-text.ts';

const CERTS = '/etc/elastic-agent/certs';
const TOKEN_VARIABLE = 'APM_SECRET_TOKEN';

/**
 * Elastic Agent, which runs APM Server itself: a standalone policy, and what to type into the form of the APM integration in Fleet. The input's type and settings are those of the integration (elastic/apm-server,
 * `apmpackage/apm/manifest.yml` and `apmpackage/apm/agent/input/template.yml.hbs`), a policy's parts those of elastic/elastic-agent, `docs/agent-policy.md`, the form's labels those of elastic/kibana,
 * `apm_policy_form/settings_definition`. The token is a variable of the agent (`env` provider). A key with a passphrase is not taken: Fleet supports none.
 */
export const elasticAgent: HandoverTarget = {
  id: 'elastic-agent',
  title: 'Elastic Agent',
  audience: 'a server that Elastic Agent runs, by itself or under Fleet',
  usualNames: [],
  tokenPlace: 'environment',
  takesPassphrase: false,
  takesRequest: true,
  since: 8,
  places: null,
  write: (plan): Handover => {
    const places = usualPlaces(plan, {
      token: reference(`env.${TOKEN_VARIABLE}`),
      certificate: `${CERTS}/apm-server.crt`,
      key: `${CERTS}/apm-server.key`,
      clientsCa: `${CERTS}/clients-ca.crt`,
      escaped: withoutDollar,
    });
    return withReadme('APM Server in Elastic Agent', plan, {
      files: [
        { name: 'elastic-agent.yml', content: policy(plan, places), isSecret: false },
        variables(plan),
        { name: 'fleet-form.md', content: fleetForm(plan), isSecret: false },
        ...certificateFiles(plan),
      ],
      steps: [
        ...requestSteps(plan),
        `Put certificate and key on the machine of the agent: \`sudo install -D -m 0644 -t ${CERTS} certs/apm-server.crt${
          plan.clientAuthentication === 'none' ? '' : ' certs/clients-ca.crt'
        }\` and \`sudo install -m 0600 certs/apm-server.key ${CERTS}/apm-server.key\`. The key belongs to the user that the agent runs as.`,
        'For a standalone agent, merge `elastic-agent.yml` into its own: the input, and the output if it has none. Say where Elasticsearch is.',
        `Hand the token to the agent as the variable ${TOKEN_VARIABLE}: \`sudo install -D -m 0600 elastic-agent.env /etc/elastic-agent/elastic-agent.env\`, and in a drop-in of its service \`EnvironmentFile=/etc/elastic-agent/elastic-agent.env\`; then start it anew.`,
        'Under Fleet, leave both files aside: open the policy’s Elastic APM integration in Kibana, and fill in what `fleet-form.md` says.',
      ],
      notes: [
        'In a Fleet policy the token is stored in Elasticsearch, where everybody who may read the policy reads it.',
      ],
    });
  },
};

function policy(plan: ServerPlan, places: SettingPlaces): string {
  return [
    '# Made by Sealwire. It holds no secret: the token is a variable of the agent.\n',
    yamlText({
      outputs: { default: { type: 'elasticsearch', hosts: [plan.elasticsearch] } },
      inputs: [
        {
          id: 'apm',
          type: 'apm',
          use_output: 'default',
          data_stream: { namespace: 'default' },
          'apm-server': settingsTree(writtenSettings(plan, places)),
        },
      ],
    }),
  ].join('');
}

/** systemd, the agent and the server take these characters as they stand, and no token of Sealwire has others; an imported one may. */
function variables(plan: ServerPlan): HandoverFile {
  if (!/^[\w.~+/=@%:-]+$/.test(plan.token.reveal()))
    throw fail('EXPORT_REFUSED', {
      what: 'A policy of Elastic Agent',
      why: 'the active token holds signs that systemd, the agent or the server would read otherwise',
      fix: 'Make one of letters and digits: `sealwire token rotate`.',
    });
  return { name: 'elastic-agent.env', content: `${TOKEN_VARIABLE}=${plan.token.reveal()}\n`, isSecret: true };
}

function fleetForm(plan: ServerPlan): string {
  const { settings, protocols } = plan;
  const { anonymous } = settings.auth;
  const list = (texts: readonly string[]): string =>
    texts.length === 0 ? '(leave empty)' : texts.map((text) => `\`${text}\``).join(', ');
  const rows: [label: string, variable: string, value: string][] = [
    ['Host', 'host', `\`0.0.0.0:${plan.port}\``],
    ['URL', 'url', `\`${agentUrl(plan)}\``],
    ['Secret token', 'secret_token', 'what `sealwire token show` prints'],
    ['Enable TLS', 'tls_enabled', 'on'],
    ['File path to server certificate', 'tls_certificate', `\`${CERTS}/apm-server.crt\``],
    ['File path to server certificate key', 'tls_key', `\`${CERTS}/apm-server.key\``],
    ['Supported protocol versions', 'tls_supported_protocols', list(protocols ?? ['TLSv1.2', 'TLSv1.3'])],
    ['Enable RUM', 'enable_rum', settings.rum.enabled ? 'on' : 'off'],
    ...(settings.rum.enabled
      ? ([
          ['Origin Headers', 'rum_allow_origins', list(settings.rum.allowOrigins)],
          ['Anonymous Agent access', 'anonymous_enabled', 'on'],
          ['Allowed agents', 'anonymous_allow_agent', list(anonymous.allowAgent)],
          ['Allowed services', 'anonymous_allow_service', list(anonymous.allowService)],
          [
            'Event rate limit (event limit)',
            'anonymous_rate_limit_event_limit',
            String(anonymous.rateLimit.eventLimit),
          ],
          ['Rate limit (IP limit)', 'anonymous_rate_limit_ip_limit', String(anonymous.rateLimit.ipLimit)],
        ] satisfies [string, string, string][])
      : ([['Anonymous Agent access', 'anonymous_enabled', 'off']] satisfies [string, string, string][])),
  ];
  const noted = plan.clientAuthentication === 'none' ? [] : ['', 'The form has no field for certificates of clients.'];
  return [
    '# Values for the Elastic APM integration in Fleet',
    '',
    'The form asks for paths on the machine of the agent. The token is not in this file.',
    '',
    '| field | variable | value |',
    '| --- | --- | --- |',
    ...rows.map(([label, variable, value]) => `| ${label} | \`${variable}\` | ${value.replaceAll('|', '\\|')} |`),
    ...noted,
    '',
  ].join('\n');
}

/** Both the agent and the server replace what stands in `${…}`, each with escapes of its own. */
function withoutDollar(text: string): string {
  if (!text.includes('$')) return text;
  throw fail('EXPORT_REFUSED', {
    what: 'A policy of Elastic Agent',
    why: 'a setting holds a dollar sign, which the agent and the server both take for the beginning of a reference',
    fix: 'Take it out of that setting, or choose another target.',
  });
}
