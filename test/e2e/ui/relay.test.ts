import { describe, expect, test } from 'vitest';
import type { RelayState } from '../../../main/contract/index.ts';
import { whyNoBrowser } from '../../support/browser.ts';
import { useScenes } from './open-scene.ts';
import { photograph } from './photograph.ts';

const PASSING: RelayState = {
  url: 'https://apm.example.com:8200',
  state: 'passing',
  queued: { requests: 0, bytes: 0, oldestAt: null },
  limitBytes: 1024 * 1024 * 1024,
  sent: 1240,
  refused: 0,
  eventsRefused: 0,
  lastRefusal: null,
  nextTryAt: null,
  problem: null,
};
const WAITING: RelayState = {
  ...PASSING,
  state: 'waiting',
  queued: { requests: 312, bytes: 7_400_000, oldestAt: '2026-11-23T11:48:00.000Z' },
  eventsRefused: 2,
  nextTryAt: '2026-11-23T12:00:40.000Z',
  problem: {
    message: 'https://apm.example.com:8200 cannot be reached: connect ECONNREFUSED 10.1.2.3:8200.',
    fix: 'Nothing is lost meanwhile. Find out why: sealwire doctor https://apm.example.com:8200',
  },
};

describe.skipIf(whyNoBrowser !== null)(`the relay on Home${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();

  test('says where everything goes, and what waits and why while it cannot', async () => {
    const { ui, app } = await open('living');
    const { world } = ui.core;
    const relay = app.page.getByRole('region', { name: 'Relay' });
    expect(await relay.count()).toBe(0);

    world.status = { ...world.status, relay: PASSING };
    ui.core.push({ topic: 'changed', what: ['status'] });
    await relay.getByText('1,240 requests passed on · none waits').waitFor();
    world.status = { ...world.status, relay: WAITING };
    ui.core.push({ topic: 'changed', what: ['status'] });

    await relay.getByText('312 wait on the disk (8 of 1,024 MB)').waitFor();
    await relay.getByText('Nothing is lost meanwhile.').waitFor();
    await relay.getByText('That server refused 2 events.').waitFor();
    await relay.scrollIntoViewIfNeeded();
    await photograph({ ui, app }, 'relay');
    expect(app.complaints).toEqual({ console: [], csp: [] });
  });
});
