import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodePackages, pythonPackages } from '../support/agent-packages.ts';
import { entry } from '../support/entry.ts';
import { goApplication } from '../support/go-application.ts';
import { type RunningSealwire, startSealwire } from '../support/running-sealwire.ts';
import { startApplication } from './application.ts';

interface Start {
  readonly agent: string;
  readonly title: string;
  readonly command: readonly string[];
  readonly cwd: string;
}

/** Stands for a start script of the person's own that takes away what `run` had set. */
const WITHOUT_CA = ['sh', '-c', 'unset ELASTIC_APM_SERVER_CA_CERT_FILE; exec "$0" "$@"'];

let sealwire: RunningSealwire;

beforeAll(async () => {
  sealwire = await startSealwire();
});
afterAll(() => sealwire.stop());

function starts(): (Start | { readonly agent: string; readonly problem: string })[] {
  const [go, node, python] = [goApplication(), nodePackages(), pythonPackages()];
  const script = (folder: string, name: string): string => {
    copyFileSync(join(import.meta.dirname, 'apps', name), join(folder, name));
    return join(folder, name);
  };
  return [
    'problem' in go
      ? { agent: 'go', problem: go.problem }
      : { agent: 'go', title: 'Go', command: [go.file], cwd: go.folder },
    node === null
      ? { agent: 'nodejs', problem: 'elastic-apm-node could not be installed' }
      : {
          agent: 'nodejs',
          title: 'Node.js',
          command: [process.execPath, script(node.folder, 'express-app.cjs')],
          cwd: node.folder,
        },
    python === null
      ? { agent: 'python', problem: 'elastic-apm could not be installed' }
      : {
          agent: 'python',
          title: 'Python',
          command: [python.python, script(python.folder, 'flask_app.py')],
          cwd: python.folder,
        },
  ];
}

describe('run --read-log reads what the real agent logs, and so knows what no one can see from the other end', () => {
  for (const each of starts()) {
    if ('problem' in each) {
      test.skip(`${each.agent}: ${each.problem}`, () => undefined);
      continue;
    }
    test(each.agent, async () => {
      const service = `read-${each.agent}`;
      const command = [process.execPath, entry, 'run', '--read-log', '--agent', each.agent, '--service', service];
      const application = await startApplication([...command, '--', ...WITHOUT_CA, ...each.command], {
        // The interpreter that a script would find: for Python it is where the agent is looked for.
        env: { ...sealwire.env, PATH: `${dirname(each.command[0] ?? '')}:${process.env.PATH}` },
        cwd: each.cwd,
      });

      try {
        await application.order('1');
        const said = await application.said(/Sealwire read in the log of [\s\S]*_CA_CERT_FILE/);

        expect(said).toContain(`"${service}" (${each.agent}):`);
        expect(said).toContain(`${each.title} does not trust the certificate that it was shown.`);
        expect(application.output()).not.toContain((await sealwire.client.call('token.show', {})).token);
        const { diagnosis } = await sealwire.service(service, (seen) => seen.diagnosis?.code === 'CA_NOT_TRUSTED');
        expect(diagnosis?.fixes.length).toBeGreaterThan(0);
      } finally {
        await application.end();
      }
    });
  }
});
