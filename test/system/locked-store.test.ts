import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { reporterTo, transactions } from './reporter.ts';
import { systemHome } from './system-home.ts';

test('while another program holds the file of events, agents are told to come back and everything else answers; then it goes on', async () => {
  const at = await systemHome();
  const instance = await at.up();
  const client = await instance.connect();
  const { token } = await client.call('token.show', {});
  const agents = Array.from({ length: 8 }, () => reporterTo(instance, token));
  let last = 0;
  const reportAll = async (): Promise<[number, unknown][]> =>
    Promise.all(
      agents.map(async (agent) => {
        last += 1;
        const id = last.toString(16).padStart(16, '0');
        const { status, body } = await agent.ask('POST', '/intake/v2/events', transactions('patient', [id]));
        return [status, status === 202 ? null : JSON.parse(body).errors];
      }),
    );
  const first = await reportAll();
  const other = new DatabaseSync(join(at.home, 'events.sqlite'));
  other.exec('BEGIN IMMEDIATE');

  const during = await reportAll();
  const listed = await client.call('event.list', { service: 'patient', limit: 100 });
  const { notices } = await client.call('status', {});
  other.exec('ROLLBACK');
  other.close();
  const later = await reportAll();

  const full = [{ message: 'cannot handle stream: cannot process batch: queue is full' }];
  expect(first).toEqual(agents.map(() => [202, null]));
  expect(during).toEqual(agents.map(() => [503, full]));
  expect(listed.events).toHaveLength(8);
  expect(notices).toMatchObject([{ id: 'events-unwritable', text: expect.stringContaining('Another program') }]);
  expect(later).toEqual(agents.map(() => [202, null]));
  await expect.poll(async () => (await client.call('status', {})).notices, { timeout: 30_000 }).toEqual([]);
  expect((await client.call('event.list', { service: 'patient', limit: 100 })).events).toHaveLength(16);
});
