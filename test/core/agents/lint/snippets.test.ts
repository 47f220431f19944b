import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../main/contract/index.ts';
import { sampleAgents } from '../sample-agents.ts';
import { catalogue, lintSample } from './lint-sample.ts';

const agents = sampleAgents(catalogue);
const summaries = await agents.list();

/*
 * Whatever Sealwire writes itself is right: a finding in a snippet would be a mistake of a rule or of the snippet. Every text of every agent, form, framework and shell is read
 * as the file that it becomes, and where it is typed, as a text without a name; then once more with the token in it.
 */
describe.each(summaries)('what is written for $id', ({ id, forms, frameworks }) => {
  test.each(forms)('as $as is found right', async ({ as, shells }) => {
    for (const framework of frameworks) {
      for (const shell of shells) {
        for (const token of [null, new Secret('k3y-of-the-house_0123456789')]) {
          const wish = {
            agent: id,
            as,
            framework: framework.id,
            shell,
            service: 'checkout',
            environment: 'staging',
            reveal: token !== null,
          };
          const snippet = await agents.show(wish, token);
          const findings = snippet.blocks.flatMap(({ path, content }) =>
            [null, [id]].flatMap(
              (among) =>
                lintSample(content, { name: path === null ? null : basename(path), agents: among ?? [] }).findings,
            ),
          );
          expect([shell, framework.id, findings]).toEqual([shell, framework.id, []]);
        }
      }
    }
  });

  test('is understood: each of its variables is found again in the form that sets them', async () => {
    const definition = catalogue.find((each) => each.id === id);
    const names = definition?.settings.map(({ env }) => env) ?? [];
    for (const { as } of forms.filter((form) => OF_VARIABLES.includes(form.as))) {
      const wish = { agent: id, as, service: 'checkout', environment: 'staging', reveal: false };
      const snippet = await agents.show(wish, null);
      const read = snippet.blocks.flatMap(
        ({ path, content }) => lintSample(content, { name: path === null ? null : basename(path) }).meant,
      );
      const known = read.filter((meant) => meant.known.length > 0).map(({ written }) => written.name);
      // The token is brought in by other ways than a line of its own.
      const set = Object.keys(snippet.env).filter((name) => names.includes(name) && !/TOKEN|HEADERS/.test(name));
      expect([as, set.filter((name) => !known.includes(name))]).toEqual([as, []]);
      expect(set.length).toBeGreaterThan(1);
    }
  });
});

const OF_VARIABLES = ['env', 'dotenv', 'procfile', 'docker', 'compose', 'kubernetes', 'systemd', 'launchd'];
