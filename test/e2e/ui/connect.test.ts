import { describe, expect, test } from 'vitest';
import type { AgentSummary, TrustStore } from '../../../main/contract/index.ts';
import { waitingLadder } from '../../../renderer/ui/steps.ts';
import { whyNoBrowser } from '../../support/browser.ts';
import { trustStore } from '../../support/fake-data.ts';
import { agents, failing, ladder, reporting, UI_TOKEN, untrusted } from '../../support/fake-ui-data.ts';
import { connectPage } from '../pages/connect.ts';
import { useScenes } from './open-scene.ts';

describe.skipIf(whyNoBrowser !== null)(`Connect${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();

  test('shows found projects first, and takes over all that is known of one', async () => {
    const { app } = await open('living', { path: '/connect' });

    await app.page.getByRole('main').getByRole('link', { name: 'shop-api', exact: true }).click();

    await app.heading('Connect a Python service').waitFor();
    expect(await app.field('Service name').inputValue()).toBe('shop-api');
    expect(await app.field('How you start your application').inputValue()).toBe('flask run');
  });

  test('finds an agent by its framework and says so when there is none', async () => {
    const { app } = await open('empty', { path: '/connect' });
    const search = app.field('Search agents and frameworks');

    await search.fill('django');
    expect(await app.page.getByRole('region', { name: 'Agents' }).getByRole('link').allInnerTexts()).toEqual([
      'Python',
    ]);

    await search.fill('cobol');
    await app.page.getByText('Nothing matches “cobol”').waitFor();
  });

  test('waits with a reason, then climbs as the evidence comes', async () => {
    const { ui, app } = await open('empty', { path: '/connect/python?service=shop-api' });
    const connect = connectPage(app);
    await connect.waitForRung('reached', 'waiting');
    expect(await connect.rung('reached').innerText()).toContain('No connection of shop-api has reached port 8200 yet.');

    ui.core.show({
      ...failing,
      diagnosis: null,
      stoppedAt: null,
      steps: ladder('trusted').map((step) =>
        step.state === 'failed' ? { ...step, state: 'waiting', at: null } : step,
      ),
    });
    await connect.waitForRung('encrypted', 'ok');
    await connect.waitForRung('trusted', 'waiting');
    expect(await connect.failure.count()).toBe(0);

    ui.core.show(failing);
    await connect.waitForRung('trusted', 'failed');
    await app.said().getByText('Trusted: failed. it answered “unknown CA”').waitFor({ state: 'attached' });
    expect(await connect.failure.innerText()).toContain('Python does not trust this certificate');
    expect(await connect.copyFix()).toBe(failing.diagnosis?.fixes[0]?.snippet);

    ui.core.show({ ...reporting, service: 'shop-api', environment: null, agentId: 'python' });
    await connect.waitForRung('reporting', 'ok');
    expect(await connect.failure.count()).toBe(0);
    await app.page.getByText('shop-api is reporting.', { exact: true }).waitFor();
  });

  test('does not call it a failure that nothing has arrived yet; its advice is folded away', async () => {
    const { ui, app } = await open('empty', { path: '/connect/python?service=shop-api' });
    const advice = { ...untrusted, code: 'NOTHING_ARRIVED', cause: 'The application may not have started.' };

    ui.core.show({ ...failing, steps: waitingLadder('no connection yet'), stoppedAt: null, diagnosis: advice });
    await app.page.getByText('What if nothing happens?').waitFor();

    expect(await connectPage(app).failure.count()).toBe(0);
    expect(await app.page.getByText('The application may not have started.').isVisible()).toBe(false);
    await app.page.getByText('What if nothing happens?').click();
    await app.page.getByText('The application may not have started.').waitFor();
  });

  test('rewrites the lines while the service is named, and keeps the choice over a reload', async () => {
    const { app } = await open('empty', { path: '/connect/python' });
    const connect = connectPage(app);

    await connect.nameService('checkout');
    await connect.snippet().getByText('export ELASTIC_APM_SERVICE_NAME=checkout', { exact: true }).waitFor();
    await connect.configureBy('Docker');
    await app.page.getByText('docker.env').first().waitFor();
    await app.page.reload();

    await app.page.getByText('docker.env').first().waitFor();
    expect(await app.field('Service name').inputValue()).toBe('checkout');
    expect(await app.page.getByRole('radio', { name: 'Docker', exact: true }).isChecked()).toBe(true);
  });

  test('says beside the form how far it was seen to work, and no more for another framework', async () => {
    const { app } = await open('empty', { path: '/connect/python' });
    const main = app.page.getByRole('main');

    await main.getByText('Proven by a run: the Python agent 6.26.2 reported, configured this way.').waitFor();
    await app.field('Framework').selectOption('Django');
    await main.getByText('by a run of 6.26.2 for Flask.').waitFor();
    await connectPage(app).configureBy('Docker');
    await main.getByText('By the source of the agent: none was run that is configured this way.').waitFor();
  });

  test('does not take a name that agents would change', async () => {
    const { app } = await open('empty', { path: '/connect/python' });

    await app.field('Service name').fill('shop/api');

    await app.page.getByRole('main').getByText('Use letters, digits, spaces, _ and - only').waitFor();
    expect(await app.field('Service name').getAttribute('aria-invalid')).toBe('true');
  });

  test('shows dots for the secret and puts the real one into the clipboard', async () => {
    const { ui, app } = await open('empty', { path: '/connect/python' });
    const connect = connectPage(app);
    await connect.snippet().waitFor();

    expect(await connect.snippet().innerText()).toContain('ELASTIC_APM_SECRET_TOKEN=••••••••');
    expect(ui.core.calls).not.toContain('token.show');

    expect(await connect.copySnippet()).toContain(`ELASTIC_APM_SECRET_TOKEN=${UI_TOKEN}`);
    expect(await app.holds(UI_TOKEN)).toBe(false);
  });

  test('saves a file form under its own name, with the real secret', async () => {
    const { app } = await open('empty', { path: '/connect/python?as=compose' });
    const started = app.page.waitForEvent('download');

    await app.button('Save').click();

    const download = await started;
    expect(download.suggestedFilename()).toBe('compose.env');
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toContain(UI_TOKEN);
    expect(await app.holds(UI_TOKEN)).toBe(false);
  });

  test('runs a start command that Sealwire knows, and no other', async () => {
    const { ui, app } = await open('empty', { path: '/connect/python' });

    await app.button('Run it for me').click();
    await app.page.getByText('Your terminal has opened with the command.').waitFor();
    expect(ui.core.calls).toContain('terminal.run');

    await app.field('How you start your application').fill('rm -rf x');
    await app.page.getByText('only with a start command it knows').waitFor();
    expect(await app.button('Run it for me').isDisabled()).toBe(true);
  });

  test('tells the core what is being wired, and that it no longer is', async () => {
    const { ui, app } = await open('empty', { path: '/connect/python' });
    await expect.poll(() => ui.core.calls).toContain('wiring.open');

    await app.goTo('Home');

    await expect.poll(() => ui.core.calls.filter((name) => name.startsWith('wiring.')).at(-1)).toBe('wiring.close');
  });

  test('offers to start an endpoint of which nothing is told yet', async () => {
    const { app } = await open('empty', {
      path: '/connect/python',
      prepare: async (_, { core }) => {
        core.world.status = { ...core.world.status, endpoint: null };
      },
    });

    await app.page.getByRole('banner').getByText('Endpoint stopped', { exact: true }).waitFor();
    await app.page.getByRole('alert').getByRole('button', { name: 'Start endpoint' }).click();

    await connectPage(app).rung('reached').getByText('has reached port 8200 yet').waitFor();
  });

  test('shows the state of Sealwire where nothing can arrive', async () => {
    const { app } = await open('empty', {
      path: '/connect/python',
      prepare: async (_, { core }) => {
        await core.handlers['endpoint.stop']({});
      },
    });

    expect(await connectPage(app).rung('reached').innerText()).toContain(
      'The endpoint is stopped, so nothing can arrive.',
    );

    await app.page.getByRole('alert').getByRole('button', { name: 'Start endpoint' }).click();
    await connectPage(app).rung('reached').getByText('has reached port 8200 yet').waitFor();
  });

  test('recommends no trust on this machine where the lines tell the agent, and looks into no store for it', async () => {
    const { ui, app } = await open('empty', { path: '/connect/python' });

    await app.page.getByText('leave the trust stores of this machine as they are').waitFor();

    expect(ui.core.calls).not.toContain('trust.list');
  });

  test('says of an agent without such a setting which stores it reads, and leads to each', async () => {
    const { app } = await open('empty', {
      path: '/connect/java',
      prepare: async (_, { core }) => {
        core.answer('agent.list', async () => ({ agents: [...agents, javaAgent] }));
        core.world.trust = [...core.world.trust, { ...javaStore, id: 'java:/jdk-17', title: 'Java 17' }];
      },
    });
    const needed = app.page.getByRole('region', { name: 'Java needs a trust store of this machine' });

    await needed.getByRole('link', { name: 'Look at it: Java 21' }).waitFor();
    expect(await needed.getByRole('listitem').count()).toBe(2);
    expect(await app.axe()).toEqual([]);
    await needed.getByRole('link', { name: 'Trust…: Java 17' }).click();

    await app.dialog('Trust your authority on this machine').getByRole('checkbox', { name: 'Java 17' }).waitFor();
    expect(await app.page.getByRole('checkbox').count()).toBe(1);
  });

  test('says so where none of the stores is here that the agent reads', async () => {
    const { app } = await open('empty', {
      path: '/connect/java',
      prepare: async (_, { core }) => {
        core.answer('agent.list', async () => ({ agents: [javaAgent] }));
        core.world.trust = [];
      },
    });

    await app.page.getByText('None of them was found here.').waitFor();
    await app.link('look at the trust stores').click();

    await app.heading('Trust').waitFor();
  });
});

/** An agent that has no setting for an authority, and a store that it reads. */
const javaAgent: AgentSummary = {
  id: 'java',
  title: 'Java',
  version: '1.55',
  keywords: [],
  trust: { setting: null, groups: ['java'] },
  runsIn: 'process',
  forms: agents[0]?.forms ?? [],
  frameworks: [{ id: 'spring', title: 'Spring', start: 'java -jar app.jar' }],
};
const javaStore: TrustStore = { ...trustStore, group: 'java', needs: 'user', canChange: true };
