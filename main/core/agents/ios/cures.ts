import { AGAIN, type DeviceDialect } from '../device/cures.ts';
import { tokenLine } from '../forms/env.ts';
import { quoteSwift } from '../quote/swift.ts';
import { profileLine, simulatorLine, TOKEN } from './own-form.ts';
import { settings } from './settings.ts';

/** Where a person lets a device trust an authority that a profile brought: the profile alone does not. */
export const TRUST_SWITCH =
  'On the device, install the profile in Settings, General, VPN & Device Management, then switch the certificate on in Settings, General, About, Certificate Trust Settings.';

/** How an app of iOS is mended. */
export const dialect: DeviceDialect = {
  title: 'iOS',
  serverLine: ({ url }) => `.withExportUrl(URL(string: ${quoteSwift(url)})!)`,
  token: (wiring) => ({
    text: `Give the app the secret token in its environment: by this variable and the command that starts it, or as ${TOKEN} in the scheme of Xcode.`,
    as: 'env',
    snippet: tokenLine({ id: 'ios', settings }, wiring),
  }),
  trust: (wiring) => [
    { text: 'Let the simulator trust the authority.', as: 'command', snippet: simulatorLine(wiring) },
    { text: `Or a device: send it this profile. ${TRUST_SWITCH}`, as: 'command', snippet: profileLine(wiring) },
  ],
  names: ({ url }) => [
    {
      text: `Use a server name that the certificate covers, ${AGAIN}`,
      as: 'code',
      snippet: `.withExportUrl(URL(string: ${quoteSwift(url)})!)`,
    },
  ],
};
