import type { HandoverTarget } from '../handover-target.ts';
import { withReadme } from '../readme.ts';
import { base64 } from '../server-files.ts';
import { serverYml, TOKEN_KEY, usualPlaces } from '../server-yml.ts';
import { type YamlMap, yamlDocuments, yamlText } from '../yaml-text.ts';

const NAME = 'apm-server';
const HOME = '/usr/share/apm-server';

/**
 * Values for Elastic's own chart `elastic/apm-server` (elastic/helm-charts, `apm-server/values.yaml` and `templates/deployment.yaml`): settings in `apmConfig`, a Secret in `secretMounts`, the token by `extraEnvs`.
 * The chart's probes speak plain HTTP unless told otherwise.
 */
export const helm: HandoverTarget = {
  id: 'helm',
  title: 'Helm',
  audience: 'a server from Elastic’s Helm chart',
  usualNames: [NAME, `${NAME}.default.svc.cluster.local`],
  tokenPlace: 'environment',
  takesPassphrase: false,
  takesRequest: false,
  since: 7,
  places: null,
  write: (plan) => {
    const { material, clientAuthentication } = plan;
    const certs = `${HOME}/certs`;
    const places = usualPlaces(plan, {
      certificate: `${certs}/tls.crt`,
      key: `${certs}/tls.key`,
      clientsCa: material.clientsCa,
    });
    // A null takes the chart's own away: a server that requires certificates of clients refuses the kubelet, which shows none.
    const probe: YamlMap =
      clientAuthentication === 'required'
        ? { httpGet: null, tcpSocket: { port: 'http' } }
        : { httpGet: { path: '/', port: 'http', scheme: 'HTTPS' } };
    const values: YamlMap = {
      fullnameOverride: NAME,
      imageTag: plan.version.text,
      apmConfig: { 'apm-server.yml': serverYml(plan, places) },
      extraEnvs: [{ name: TOKEN_KEY, valueFrom: { secretKeyRef: { name: `${NAME}-token`, key: TOKEN_KEY } } }],
      secretMounts: [{ name: 'certificate', secretName: `${NAME}-certificate`, path: certs }],
      service: { port: plan.port },
      livenessProbe: probe,
      readinessProbe: probe,
    };
    const secrets: YamlMap[] = [
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: `${NAME}-token` },
        type: 'Opaque',
        data: { [TOKEN_KEY]: base64(plan.token) },
      },
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: `${NAME}-certificate` },
        type: 'kubernetes.io/tls',
        data: { 'tls.crt': base64(material.chain ?? ''), 'tls.key': base64(material.key) },
      },
    ];
    return withReadme('APM Server by Helm', plan, {
      files: [
        { name: 'values.yaml', content: yamlText(values), isSecret: false },
        { name: 'secrets.yaml', content: yamlDocuments(secrets), isSecret: true },
        ...(material.ca === null ? [] : [{ name: 'ca.crt', content: material.ca, isSecret: false }]),
      ],
      steps: [
        'Say under `output.elasticsearch` in `values.yaml` where Elasticsearch is.',
        'Create the secrets: `kubectl apply -f secrets.yaml`. Keep that file out of git, and remove it afterwards.',
        'Install the chart: `helm repo add elastic https://helm.elastic.co && helm upgrade --install apm-server elastic/apm-server --values values.yaml`.',
      ],
      notes: [
        'The chart takes the image of any version; where you can, ECK (`--target eck`) is the operator that Elastic maintains.',
      ],
    });
  },
};
