import type { ServerPlan } from '../handover.ts';
import type { HandoverTarget } from '../handover-target.ts';
import { withReadme } from '../readme.ts';
import { base64 } from '../server-files.ts';
import { serverYml, TOKEN_KEY, usualPlaces } from '../server-yml.ts';
import { type YamlMap, yamlDocuments } from '../yaml-text.ts';

const NAME = 'apm-server';
/** The server's home in Elastic's image, whose user has this id and whose check of modes is off (elastic/apm-server, `packaging/docker/Dockerfile`). */
const HOME = '/usr/share/apm-server';
const USER = 1000;

/** Plain Kubernetes: a Secret, a ConfigMap, a Deployment and a Service (kubernetes.io, API reference v1 and apps/v1). The token becomes a variable, to which the settings refer. */
export const kubernetes: HandoverTarget = {
  id: 'kubernetes',
  title: 'Kubernetes',
  audience: 'a server in Kubernetes without an operator',
  usualNames: [NAME, `${NAME}.default.svc.cluster.local`],
  tokenPlace: 'environment',
  takesPassphrase: false,
  takesRequest: false,
  since: 7,
  places: null,
  write: (plan) =>
    withReadme('APM Server in Kubernetes', plan, {
      files: [
        { name: 'secrets.yaml', content: yamlDocuments(secretsOf(plan)), isSecret: true },
        { name: 'apm-server.yaml', content: yamlDocuments(openParts(plan)), isSecret: false },
        ...(plan.material.ca === null ? [] : [{ name: 'ca.crt', content: plan.material.ca, isSecret: false }]),
      ],
      steps: [
        'Say under `output.elasticsearch` in `apm-server.yaml` where Elasticsearch is.',
        'Create the secrets: `kubectl apply -f secrets.yaml`. Keep that file out of git, and remove it afterwards.',
        'Create the rest: `kubectl apply -f apm-server.yaml`; `kubectl rollout status deployment/apm-server` says when it runs.',
        'In the pods of your applications, mount the ConfigMap `apm-server-ca` and name its file `ca.crt` to the agent, and take the token from the Secret `apm-server-token` by `secretKeyRef`.',
      ],
      notes: [
        'A changed certificate reaches the pod by itself within a minute or so; a changed token counts after `kubectl rollout restart deployment/apm-server`.',
      ],
    }),
};

function secretsOf({ token, material }: ServerPlan): YamlMap[] {
  const secret = (name: string, type: string, data: YamlMap): YamlMap => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name },
    type,
    data,
  });
  return [
    secret(`${NAME}-token`, 'Opaque', { [TOKEN_KEY]: base64(token) }),
    secret(`${NAME}-certificate`, 'kubernetes.io/tls', {
      'tls.crt': base64(material.chain ?? ''),
      'tls.key': base64(material.key),
    }),
  ];
}

function openParts(plan: ServerPlan): YamlMap[] {
  const { ca, clientsCa } = plan.material;
  const takesClients = plan.clientAuthentication !== 'none' && clientsCa !== null;
  const places = usualPlaces(plan, { clientsCa: `${HOME}/clients/clients-ca.crt` });
  const labels = { app: NAME };
  const settings: YamlMap = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `${NAME}-settings`, labels },
    data: {
      'apm-server.yml': serverYml(plan, places),
      ...(takesClients ? { 'clients-ca.crt': clientsCa } : {}),
    },
  };
  const authority: YamlMap[] =
    ca === null
      ? []
      : [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `${NAME}-ca`, labels }, data: { 'ca.crt': ca } }];
  const probe: YamlMap = { httpGet: { path: '/', port: 'https', scheme: 'HTTPS' } };
  const deployment: YamlMap = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: NAME, labels },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          securityContext: { runAsNonRoot: true, runAsUser: USER, fsGroup: USER },
          containers: [
            {
              name: NAME,
              image: `docker.elastic.co/apm/apm-server:${plan.version.text}`,
              ports: [{ name: 'https', containerPort: plan.port }],
              env: [{ name: TOKEN_KEY, valueFrom: { secretKeyRef: { name: `${NAME}-token`, key: TOKEN_KEY } } }],
              // A server that asks for certificates of clients refuses the kubelet, which shows none.
              ...(plan.clientAuthentication === 'required' ? {} : { readinessProbe: probe }),
              volumeMounts: [
                { name: 'settings', mountPath: `${HOME}/apm-server.yml`, subPath: 'apm-server.yml', readOnly: true },
                { name: 'certificate', mountPath: `${HOME}/certs`, readOnly: true },
                ...(takesClients ? [{ name: 'settings', mountPath: `${HOME}/clients`, readOnly: true }] : []),
              ],
            },
          ],
          volumes: [
            { name: 'settings', configMap: { name: `${NAME}-settings` } },
            {
              name: 'certificate',
              secret: {
                secretName: `${NAME}-certificate`,
                // 0440: the server's user reads it by its group.
                defaultMode: 0o440,
                items: [
                  { key: 'tls.crt', path: 'apm-server.crt' },
                  { key: 'tls.key', path: 'apm-server.key' },
                ],
              },
            },
          ],
        },
      },
    },
  };
  const service: YamlMap = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: NAME, labels },
    spec: { selector: labels, ports: [{ name: 'https', port: plan.port, targetPort: 'https' }] },
  };
  return [settings, ...authority, deployment, service];
}
