import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runToEnd } from '../support/running-sealwire.ts';
import { systemHome } from './system-home.ts';

test('the lines of a snippet find the token of their own data folder, in a shell that knows nothing of it', async () => {
  const at = await systemHome();
  await at.up();
  const { token } = (await at.json('token', 'show')) as { token: string };
  const { commands } = (await at.json('agent', 'show', 'nodejs', '--as', 'env')) as { commands: string[] };
  const exports = commands.find((each) => each.includes('ELASTIC_APM_SECRET_TOKEN')) ?? '';

  const plain = { PATH: process.env.PATH ?? '', HOME: join(at.folder, 'nobody') };
  const shell = await runToEnd('bash', ['-c', `${exports}\nprintf %s "$ELASTIC_APM_SECRET_TOKEN"`], {
    env: plain,
    cwd: at.folder,
  });

  expect(shell).toEqual({ code: 0, stdout: token, stderr: '' });
});
