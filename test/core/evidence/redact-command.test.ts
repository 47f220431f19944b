import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactCommand } from '../../../main/core/evidence/redact-command.ts';

const SECRET = 'hunter2';

describe('a foreign command line', () => {
  test.each([
    [['app', '--token', SECRET]],
    [['app', `--token=${SECRET}`]],
    [['app', `--db-password=${SECRET}`]],
    [['app', `API_KEY=${SECRET}`]],
    [['env', `ELASTIC_APM_SECRET_TOKEN=${SECRET}`, 'node', 'app.js']],
    [['curl', '-H', `Authorization: Bearer ${SECRET}`, 'https://localhost']],
    [['curl', '-u', `ada:${SECRET}`, 'https://localhost']],
    [['mysql', '-p', SECRET]],
    [['psql', `postgres://ada:${SECRET}@db/shop`]],
    [['node', '-e', `const secret = "${SECRET}"; run()`]],
    [['java', `-Delastic.apm.secret_token=${SECRET}`, '-jar', 'app.jar']],
  ])('%j keeps no secret', (words) => {
    expect(redactCommand(words)).not.toContain(SECRET);
    expect(redactCommand(words)).toContain('[redacted]');
  });

  test('keeps no word that looks like a token, wherever it stands', () => {
    expect(redactCommand(['app', 'gW4rong7Kx2mVb9TqLz8PdYc3NfHs6JuR1'])).toBe('app [redacted]');
  });

  test.each([
    [
      ['node', '/home/ada/shop/node_modules/.bin/vite', '--port', '5173'],
      'node /home/ada/shop/node_modules/.bin/vite --port 5173',
    ],
    [['python3', '-m', 'flask', 'run'], 'python3 -m flask run'],
    [
      ['/usr/lib/jvm/java-17-openjdk-amd64/bin/java', '-jar', 'app.jar'],
      '/usr/lib/jvm/java-17-openjdk-amd64/bin/java -jar app.jar',
    ],
  ])('%j stays as it is', (words, shown) => {
    expect(redactCommand(words)).toBe(shown);
  });

  test('is one line of bounded length', () => {
    const shown = redactCommand(['sh', '-c', `echo a\n${'b '.repeat(500)}`]);

    expect(shown.length).toBeLessThanOrEqual(240);
    expect(shown).not.toContain('\n');
  });

  test('never keeps the value of a flag that sounds like a secret', () => {
    const flag = fc.constantFrom('token', 'secret', 'password', 'api-key', 'passphrase', 'access_key', 'auth-token');
    const value = fc.stringMatching(/^Q[A-Za-z0-9/+]{6,30}Q$/);
    const joint = fc.constantFrom('=', ' ');

    fc.assert(
      fc.property(flag, value, joint, (name, secret, by) => {
        const words = by === '=' ? [`--${name}=${secret}`] : [`--${name}`, secret];
        expect(redactCommand(['app', ...words, 'run'])).not.toContain(secret);
      }),
    );
  });
});
