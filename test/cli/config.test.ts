import { afterEach, expect, test } from 'vitest';
import { type CommandHome, commandHome } from './command-process.ts';

const homes: CommandHome[] = [];
afterEach(() => {
  for (const home of homes.splice(0)) home.close();
});

test('config sets, lists and unsets, and refuses what an agent would ignore', async () => {
  const at = commandHome();
  homes.push(at);
  const made = await at.run(
    'config',
    'set',
    'shop/production',
    'transaction_sample_rate=0.25',
    'log_level=debug',
    '--json',
  );
  expect([made.code, made.stderr]).toEqual([0, '']);
  expect(JSON.parse(made.stdout)).toMatchObject({
    entry: { service: 'shop', environment: 'production', settings: { log_level: 'debug' }, agents: [] },
    notes: [expect.stringContaining('"shop"')],
  });
  const refused = await at.run('config', 'set', 'shop', 'transaction_sample_rate=2', '--json');
  expect([refused.code, JSON.parse(refused.stderr).error.code]).toEqual([2, 'INPUT_INVALID']);
  const less = await at.run('config', 'unset', 'shop/production', 'log_level', '--json');
  expect(JSON.parse(less.stdout).entry.settings).toEqual({ transaction_sample_rate: '0.25' });
  expect((await at.run('config', 'list')).stdout).toMatch(
    /shop +production +transaction_sample_rate +0\.25 +not fetched yet/,
  );
  await at.run('config', 'unset', 'shop/production');
  expect(JSON.parse((await at.run('config', 'list', '--json')).stdout)).toEqual({ entries: [] });
}, 60_000);
