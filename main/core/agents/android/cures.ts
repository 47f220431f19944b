import type { Fix } from '../../../contract/index.ts';
import type { Wiring } from '../definition.ts';
import { AGAIN, type DeviceDialect } from '../device/cures.ts';
import { tokenLine } from '../forms/env.ts';
import { quoteKotlin } from '../quote/kotlin.ts';
import { isLoopback } from '../server-origin.ts';
import { EMULATOR_HOST, reverseLine, seenFromEmulator } from './emulator.ts';
import { DEBUG_FOLDER, exportLine } from './own-form.ts';
import { settings } from './settings.ts';

/** How an app of Android is mended. */
export const dialect: DeviceDialect = {
  title: 'Android',
  serverLine: (wiring) => `.setExportUrl(${quoteKotlin(seenFromEmulator(wiring).url)})`,
  token: (wiring: Wiring): Fix => ({
    text: 'Build the app with the secret token in the environment of Gradle; Android Studio has it only where it was started from the same terminal.',
    as: 'env',
    snippet: tokenLine({ id: 'android', settings }, wiring),
  }),
  trust: (wiring) => [
    {
      text: 'Give the debug build the authority and a network security configuration; what a person adds to the device is not trusted by apps.',
      as: 'command',
      snippet: exportLine(wiring),
    },
    {
      text: `Name the configuration in ${DEBUG_FOLDER}/AndroidManifest.xml, then build the app and start it again.`,
      as: 'code',
      snippet: '<application android:networkSecurityConfig="@xml/network_security_config" />',
    },
  ],
  names: ({ url }) => {
    const server: Fix = {
      text: `Use a server name that the certificate covers, ${AGAIN}`,
      as: 'code',
      snippet: `.setExportUrl(${quoteKotlin(url)})`,
    };
    if (!isLoopback(url)) return [server];
    return [
      {
        text: `Issue a certificate that names ${EMULATOR_HOST} on the Certificates screen: so the emulator calls this machine.`,
        as: null,
        snippet: null,
      },
      { text: 'Or let the device reach this machine as its own localhost.', as: 'command', snippet: reverseLine(url) },
      server,
    ];
  },
};
