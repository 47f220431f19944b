import { describe, expect, test } from 'vitest';
import { DEFAULT_SERVER_SETTINGS } from '../../../main/core/endpoint/server-settings.ts';
import { rumStateOf, withRumRules } from '../../../main/core/procedures/rum-rules.ts';
import { DEFAULT_SETTINGS } from '../../../main/core/settings/preferences.ts';

const { rum: SAVED } = DEFAULT_SETTINGS;
const ON = { enabled: true, origins: ['http://localhost:*'], services: ['shop'], eventLimit: 7 };
const FILE = {
  ...DEFAULT_SERVER_SETTINGS,
  rum: { ...DEFAULT_SERVER_SETTINGS.rum, allowOrigins: ['https://shop.example'] },
};

describe('what browsers may do', () => {
  test('is nothing until somebody says so, and then only for pages of this machine', () => {
    expect(withRumRules({}, SAVED)).toEqual(DEFAULT_SERVER_SETTINGS);
    expect(withRumRules({}, { ...SAVED, enabled: true }).rum.allowOrigins).toEqual([
      'http://localhost:*',
      'https://localhost:*',
      'http://127.0.0.1:*',
    ]);
  });

  test('goes by what is saved, in the real server’s settings', () => {
    const { rum, auth } = withRumRules({}, ON);

    expect(rum).toMatchObject({ enabled: true, allowOrigins: ['http://localhost:*'] });
    expect(auth.anonymous).toMatchObject({
      allowAgent: ['rum-js', 'js-base'],
      allowService: ['shop'],
      rateLimit: { eventLimit: 7, ipLimit: 1000 },
    });
  });

  test('is open to any origin with --rum, whatever is saved', () => {
    expect(withRumRules({ takesRum: true }, ON)).toEqual({
      ...DEFAULT_SERVER_SETTINGS,
      rum: { ...DEFAULT_SERVER_SETTINGS.rum, enabled: true },
    });
  });

  test('goes by the file where there is one, which --rum switches on', () => {
    expect(withRumRules({ server: FILE }, ON)).toEqual(FILE);
    expect(withRumRules({ server: FILE, takesRum: true }, ON).rum).toEqual({ ...FILE.rum, enabled: true });
  });
});

test('the state says what decided, and whether anybody may come in without a token', () => {
  const stateOf = (sources: Parameters<typeof withRumRules>[0], saved = SAVED, auth: 'token' | 'none' = 'token') =>
    rumStateOf({ auth, server: withRumRules(sources, saved) }, sources);

  expect(stateOf({})).toMatchObject({ enabled: false, anonymous: false, by: 'settings' });
  expect(stateOf({}, ON)).toMatchObject({ enabled: true, anonymous: true, services: ['shop'], by: 'settings' });
  expect(stateOf({ takesRum: true })).toMatchObject({ enabled: true, origins: ['*'], by: 'command' });
  expect(stateOf({ takesRum: true }, SAVED, 'none')).toMatchObject({ enabled: true, anonymous: false });
  const { auth } = FILE;
  const open = { ...FILE, auth: { ...auth, anonymous: { ...auth.anonymous, enabled: true } } };
  expect(stateOf({ server: open })).toMatchObject({ enabled: false, anonymous: true, by: 'file' });
});
