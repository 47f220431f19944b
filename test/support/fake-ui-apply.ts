import { fail, type Handlers, type Push, type WiringPlace } from '../../main/contract/index.ts';
import type { World } from './fake-ui-core.ts';
import { ago, authority, endpoint } from './fake-ui-data.ts';

/** The files of every project of the fake: one that can be written, one that git would commit, one that it commits, and a Compose file of two services. */
export function placesIn(folder: string): WiringPlace[] {
  const place = (name: string, as: string, more: Partial<WiringPlace> = {}): WiringPlace => {
    return { path: `${folder}/${name}`, name, as, exists: true, token: 'none', entries: [], ...more };
  };
  return [
    place('compose.yaml', 'compose', { entries: ['web', 'worker'] }),
    place('.env.local', 'dotenv', { token: 'kept' }),
    place('.env', 'dotenv', { exists: false, token: 'committable' }),
    place('production.env', 'dotenv', { token: 'tracked' }),
  ];
}

/** `agent.places` and `agent.apply` over files that are not there: the second time a file says all of it already. */
export function applyHandlers(
  world: World,
  push: (push: Push) => void,
): Pick<Handlers, 'agent.places' | 'agent.apply'> {
  const written = new Set<string>();
  return {
    'agent.places': async ({ folder }) => ({ places: folder.endsWith('/empty') ? [] : placesIn(folder) }),
    'agent.apply': async ({ agent, to, as = 'dotenv', service = 'my-service', entry, ignore, agreed }) => {
      const folder = to.slice(0, to.lastIndexOf('/'));
      const place = placesIn(folder).find(({ path }) => path === to);
      if (place === undefined)
        throw fail('FILE_NOT_EDITED', { path: to, why: 'it is not there', fix: 'Choose another.' });
      const isRefused = place.token === 'tracked' || (place.token === 'committable' && ignore !== true);
      if (isRefused) throw fail('TOKEN_IN_GIT', { path: to, fix: 'Let git ignore it first' });
      const isSame = written.has(to);
      const diff = isSame ? '' : diffOf(place, { folder, service, entry, isIgnored: ignore === true });
      const answer = {
        path: to,
        as,
        diff,
        seen: 'seen-1',
        holdsToken: place.token !== 'none',
        commands: ['flask run\n'],
        remaining: [
          {
            title: 'Add the agent to the project',
            path: null,
            language: 'shell',
            content: 'pip install elastic-apm\n',
          },
          { title: 'Attach the agent in the code', path: 'app.py', language: 'python', content: 'ElasticAPM(app)\n' },
        ],
        notes: ['A .env file is read by whatever starts the application, not by the agent.'],
      };
      if (agreed !== true || isSame) return { ...answer, applied: false, entry: null };
      written.add(to);
      const id = `wire-${written.size}`;
      const change = { kind: 'project-file', path: to };
      const undo = `sealwire ledger undo ${id}`;
      const what = `Wire ${agent} in ${place.name}`;
      world.ledger = [...world.ledger, { id, at: ago(0), what, where: to, state: 'done', undo, change }];
      push({ topic: 'changed', what: ['ledger'] });
      return { ...answer, applied: true, entry: id };
    },
  };
}

function diffOf(
  { path, as, exists }: WiringPlace,
  wish: {
    readonly folder: string;
    readonly service: string;
    readonly entry: string | undefined;
    readonly isIgnored: boolean;
  },
): string {
  const { folder, service, entry, isIgnored } = wish;
  const ignoring = isIgnored ? `--- ${folder}/.gitignore\n+++ ${folder}/.gitignore\n@@ -3,0 +4,1 @@\n+/.env\n` : '';
  if (as === 'compose') {
    return `--- ${path}\n+++ ${path}\n@@ -4,3 +4,4 @@\n   ${entry}:\n     environment:\n       PORT: "3000"\n+      ELASTIC_APM_SERVICE_NAME: "${service}"\n`;
  }
  const head = exists
    ? `--- ${path}\n+++ ${path}\n@@ -12,1 +12,5 @@\n-ELASTIC_APM_SERVER_URL=http://old:8200\n`
    : `--- /dev/null\n+++ ${path}\n@@ -0,0 +1,4 @@\n`;
  return `${ignoring}${head}${[
    '+# Sealwire left out: ELASTIC_APM_SERVER_URL=http://old:8200',
    `+ELASTIC_APM_SERVICE_NAME=${service}`,
    `+ELASTIC_APM_SERVER_URL=${endpoint.url}`,
    `+ELASTIC_APM_SERVER_CA_CERT_FILE=${authority.path}`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder of the core
    '+ELASTIC_APM_SECRET_TOKEN=${SECRET_TOKEN}',
  ]
    .filter((line) => exists || !line.includes('left out'))
    .join('\n')}\n`;
}
