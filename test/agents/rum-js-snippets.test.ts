import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { recordRun } from '../support/agent-runs.ts';
import { rumPage } from '../support/rum-pages.ts';
import { servePages } from '../support/rum-site.ts';
import { closers, failureOf, pageOf, STEPS, sealwireWith, snippetOf, trusting, visit, why } from './rum-stage.ts';

vi.setConfig({ testTimeout: 120_000 });

const RUM = { agent: 'rum-js', form: 'code', how: 'over HTTP' };

describe.skipIf(why !== null)(
  `pages by the snippets of the browser agent${why === null ? '' : ` [skipped: ${why}]`}`,
  () => {
    test.each(['plain', 'react', 'vue', 'angular', 'script'])('with %s report, without a token', async (framework) => {
      const sealwire = await sealwireWith('--rum');
      const site = await pageOf(await snippetOf(sealwire, framework), framework);

      const said = await visit(await trusting(sealwire), site.byName);

      const { steps, agent } = await sealwire.service(
        `shop-${framework}`,
        ({ counts }) => counts.transaction >= 1 && counts.error >= 1,
        60_000,
      );
      expect(steps.map(({ step, state }) => [step, state])).toEqual(STEPS);
      expect(agent).toEqual({ name: 'rum-js', version: '5.17.5' });
      expect(said.filter((text) => !text.startsWith('Angular is running'))).toEqual([]);
      const version = agent?.version ?? null;
      recordRun({ ...RUM, version, framework, wrong: null, stoppedAt: null, code: null });
    });

    test('report under the lines that a server gets for their origin, and none of another', async () => {
      const pages: Record<string, string | Uint8Array> = {};
      const site = await servePages(pages);
      closers.push(site.close);
      const plain = await sealwireWith();
      const lines =
        (await snippetOf(plain, 'script')).blocks.find(({ language }) => language === 'yaml')?.content ?? '';
      const file = join(plain.home, 'apm-server.yml');
      writeFileSync(file, lines.replace('http://localhost:3000', site.byName));
      const sealwire = await sealwireWith('--config', file);
      Object.assign(pages, await rumPage('', 'script', await snippetOf(sealwire, 'script')));
      const browser = await trusting(sealwire);

      await visit(browser, site.byName);
      await sealwire.service('shop-script', ({ counts }) => counts.transaction >= 1, 40_000);
      const said = await visit(browser, site.byAddress);
      const refused = await failureOf(sealwire, 'ORIGIN_REFUSED');
      expect(refused).toMatchObject({ summary: `A page from ${site.byAddress} may not report here.` });
      await expect.poll(() => said.join('\n'), { timeout: 20_000 }).toContain('has been blocked by CORS policy');
    });
  },
);
