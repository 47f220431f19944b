import { fail, Secret } from '../../../contract/index.ts';
import type { ServerPlan } from '../handover.ts';
import type { HandoverTarget } from '../handover-target.ts';
import { requestSteps, withReadme } from '../readme.ts';
import { certificateFiles, keystoreFile } from '../server-files.ts';
import { reference, serverYml, usualPlaces } from '../server-yml.ts';
import { type YamlMap, yamlText } from '../yaml-text.ts';

/** The server's home in Elastic's image, which any user may run (elastic/apm-server, `packaging/docker/Dockerfile`). */
const HOME = '/usr/share/apm-server';
const PASSWORD_KEY = 'ES_PASSWORD';
const PLACEHOLDER = '$'.concat('{ELASTIC_PASSWORD}');

/**
 * Docker Compose: the server with its files mounted read-only, under the user whose files they are. For a trial also an Elasticsearch and a Kibana, whose variables are those of elastic/apm-server, `docker-compose.yml`;
 * Kibana's user is given its password by a service that ends (Elasticsearch's API `_security/user/kibana_system/_password`).
 */
export const compose: HandoverTarget = {
  id: 'compose',
  title: 'Docker Compose',
  audience: 'a server in Docker Compose, also with Elasticsearch and Kibana to try it',
  usualNames: ['localhost', 'apm-server', '127.0.0.1'],
  tokenPlace: 'keystore',
  takesPassphrase: true,
  takesRequest: true,
  since: 7,
  places: null,
  write: (plan, host) => {
    const password = plan.trial ? trialPassword(host.randomBytes(24)) : null;
    const elasticsearch: YamlMap =
      password === null
        ? { hosts: [plan.elasticsearch] }
        : { hosts: ['http://elasticsearch:9200'], username: 'elastic', password: reference(PASSWORD_KEY) };
    const services: YamlMap = {
      'apm-server': serverService(plan, host.userId),
      ...(plan.trial ? trialServices(plan.version.text) : {}),
    };
    return withReadme('APM Server in Docker Compose', plan, {
      files: [
        {
          name: 'compose.yaml',
          content: `# Made by Sealwire. It holds no secret.\n${yamlText({ services })}`,
          isSecret: false,
        },
        { name: 'apm-server.yml', content: serverYml(plan, usualPlaces(plan), elasticsearch), isSecret: false },
        keystoreFile(plan, host, password === null ? [] : [[PASSWORD_KEY, password]]),
        ...certificateFiles(plan),
        ...(password === null
          ? []
          : [
              { name: '.env', content: `ELASTIC_PASSWORD=${password.reveal()}\n`, isSecret: true },
              { name: 'kibana.yml', content: KIBANA, isSecret: false },
            ]),
      ],
      steps: [
        ...requestSteps(plan),
        ...(plan.trial
          ? []
          : ['Say under `output.elasticsearch` in `apm-server.yml` where Elasticsearch is, as containers reach it.']),
        'Start it in this folder: `docker compose up -d`; `docker compose logs apm-server` says what it does.',
        ...(plan.trial
          ? ['Open Kibana at http://localhost:5601 as the user `elastic`; the password is in `.env`.']
          : []),
      ],
      notes: [
        'The server runs as the owner of this folder’s files, because the keystore and the key are for that user alone. Copied elsewhere, change `user` in `compose.yaml` to `id -u` there.',
        ...(plan.trial
          ? [
              'Elasticsearch and Kibana are there to try it: one node, plain HTTP between the containers, reachable from this machine alone.',
            ]
          : []),
      ],
    });
  },
};

function serverService(plan: ServerPlan, userId: number | null): YamlMap {
  const mounted = [
    `./apm-server.yml:${HOME}/apm-server.yml:ro`,
    `./data/apm-server.keystore:${HOME}/data/apm-server.keystore:ro`,
    `./certs:${HOME}/certs:ro`,
  ];
  return {
    image: `docker.elastic.co/apm/apm-server:${plan.version.text}`,
    user: userId === null ? undefined : `${userId}`,
    restart: 'unless-stopped',
    ports: [`${plan.port}:${plan.port}`],
    volumes: mounted,
    depends_on: plan.trial ? { elasticsearch: { condition: 'service_healthy' } } : undefined,
  };
}

function trialServices(version: string): YamlMap {
  const healthy: YamlMap = { elasticsearch: { condition: 'service_healthy' } };
  return {
    elasticsearch: {
      image: `docker.elastic.co/elasticsearch/elasticsearch:${version}`,
      environment: {
        'discovery.type': 'single-node',
        'xpack.security.enabled': 'true',
        'xpack.security.http.ssl.enabled': 'false',
        ELASTIC_PASSWORD: PLACEHOLDER,
        ES_JAVA_OPTS: '-Xms1g -Xmx1g',
      },
      ports: ['127.0.0.1:9200:9200'],
      healthcheck: {
        test: [
          'CMD-SHELL',
          `curl -fs -u "elastic:$${PLACEHOLDER}" "http://localhost:9200/_cluster/health?wait_for_status=yellow&timeout=1s"`,
        ],
        interval: '5s',
        retries: 60,
      },
    },
    'kibana-password': {
      image: `docker.elastic.co/elasticsearch/elasticsearch:${version}`,
      depends_on: healthy,
      environment: { ELASTIC_PASSWORD: PLACEHOLDER },
      restart: 'no',
      entrypoint: ['/bin/sh', '-c'],
      command: [
        `curl -fs -u "elastic:$${PLACEHOLDER}" -H "Content-Type: application/json" -d "{\\"password\\":\\"$${PLACEHOLDER}\\"}" http://elasticsearch:9200/_security/user/kibana_system/_password`,
      ],
    },
    kibana: {
      image: `docker.elastic.co/kibana/kibana:${version}`,
      depends_on: { 'kibana-password': { condition: 'service_completed_successfully' } },
      environment: {
        ELASTICSEARCH_HOSTS: '["http://elasticsearch:9200"]',
        ELASTICSEARCH_USERNAME: 'kibana_system',
        ELASTICSEARCH_PASSWORD: PLACEHOLDER,
      },
      volumes: ['./kibana.yml:/usr/share/kibana/config/kibana.yml:ro'],
      ports: ['127.0.0.1:5601:5601'],
    },
  };
}

/** Kibana installs the templates of APM's indices with the integration (elastic.co, ECK, "Advanced configuration" of APM Server). */
const KIBANA = `# Made by Sealwire.
server.host: "0.0.0.0"
xpack.fleet.packages:
  - name: apm
    version: latest
`;

/** Letters and digits alone, since it stands in a shell, in JSON and in an environment file. */
function trialPassword(random: Buffer): Secret {
  if (random.length < 16) throw fail('INTERNAL', { why: 'there is too little randomness' });
  return new Secret(`g${random.toString('hex')}`);
}
