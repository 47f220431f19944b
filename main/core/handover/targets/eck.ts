import type { HandoverTarget } from '../handover-target.ts';
import { withReadme } from '../readme.ts';
import { base64 } from '../server-files.ts';
import { settingsTree, writtenSettings } from '../server-settings-tree.ts';
import { reference, usualPlaces } from '../server-yml.ts';
import { type YamlMap, yamlDocuments } from '../yaml-text.ts';

const NAME = 'apm-server';
const TOKEN_KEY = 'APM_SECRET_TOKEN';

/**
 * Elastic Cloud on Kubernetes: an `ApmServer` (elastic/cloud-on-k8s, `pkg/apis/apm/v1/apmserver_types.go`), its certificate as `spec.http.tls.certificate` (keys `tls.crt`, `tls.key` and `ca.crt`), its token in
 * `spec.secureSettings`, which the operator puts into the server's keystore. The operator sets address, certificate and key itself, and what stands under `config` goes before (`pkg/controller/apmserver/config.go`).
 */
export const eck: HandoverTarget = {
  id: 'eck',
  title: 'Elastic Cloud on Kubernetes',
  audience: 'a server that the ECK operator runs',
  // The operator names the service after the server: NAME-apm-http.
  usualNames: [`${NAME}-apm-http.default.svc.cluster.local`],
  tokenPlace: 'keystore',
  takesPassphrase: false,
  takesRequest: false,
  since: 7,
  places: null,
  write: (plan) => {
    const { material } = plan;
    const places = usualPlaces(plan, {
      host: null,
      token: reference(TOKEN_KEY),
      certificate: null,
      key: null,
      clientsCa: material.clientsCa,
    });
    const secrets: YamlMap[] = [
      secret(`${NAME}-token`, { [TOKEN_KEY]: base64(plan.token) }),
      secret(`${NAME}-certificate`, {
        ...(material.ca === null ? {} : { 'ca.crt': base64(material.ca) }),
        'tls.crt': base64(material.chain ?? ''),
        'tls.key': base64(material.key),
      }),
    ];
    const server: YamlMap = {
      apiVersion: 'apm.k8s.elastic.co/v1',
      kind: 'ApmServer',
      metadata: { name: NAME },
      spec: {
        version: plan.version.text,
        count: 1,
        elasticsearchRef: { name: 'elasticsearch' },
        secureSettings: [{ secretName: `${NAME}-token` }],
        http: { tls: { certificate: { secretName: `${NAME}-certificate` } } },
        config: { 'apm-server': settingsTree(writtenSettings(plan, places)) },
      },
    };
    return withReadme('APM Server under Elastic Cloud on Kubernetes', plan, {
      files: [
        { name: 'secrets.yaml', content: yamlDocuments(secrets), isSecret: true },
        { name: 'apm-server.yaml', content: yamlDocuments([server]), isSecret: false },
        ...(material.ca === null ? [] : [{ name: 'ca.crt', content: material.ca, isSecret: false }]),
      ],
      steps: [
        'Put the name of your Elasticsearch into `elasticsearchRef` of `apm-server.yaml`; both run in the same namespace.',
        'Create the secrets: `kubectl apply -f secrets.yaml`. Keep that file out of git, and remove it afterwards.',
        'Create the server: `kubectl apply -f apm-server.yaml`; `kubectl get apmserver` says how it is.',
      ],
      notes: [
        `Inside the cluster the server is ${NAME}-apm-http in its namespace. The certificate holds the names that you gave; clients refuse others.`,
        'The operator makes a token of its own as well, which this server does not take.',
      ],
    });
  },
};

function secret(name: string, data: YamlMap): YamlMap {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name }, type: 'Opaque', data };
}
