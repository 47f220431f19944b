import { byHandStore } from '../by-hand-store.ts';
import type { TrustStoreKind } from '../trust-store.ts';

const KIND = 'trust-ios-simulator';

/**
 * The simulator that runs at the moment. It takes an authority, but tells nobody which it has, and gives one back only by resetting its whole keychain
 * (`xcrun simctl help keychain`), with everything else that is in it; so both are left to the person.
 */
export const store: TrustStoreKind = {
  kind: KIND,
  find: async (around) => {
    if (around.host.platform !== 'darwin') return [];
    const { code, stdout } = await around.run('/usr/bin/xcrun', ['simctl', 'list', 'devices', 'booted']);
    if (code !== 0 || !/\(Booted\)/.test(stdout)) return [];
    return [
      byHandStore({
        kind: KIND,
        id: 'ios-simulator',
        title: 'iOS simulator',
        path: 'the keychain of the simulator that runs',
        group: 'device',
        needs: 'user',
        serves: ['iOS applications in the simulator'],
        does: 'Add the authority to the simulator that runs',
        undoes: 'Reset the keychain of the simulator that runs, which takes out everything that is in it',
        isInstalled: () => false,
        evidence: () => 'A simulator does not tell which authorities it trusts.',
        install: ({ path }) => [{ file: 'xcrun', args: ['simctl', 'keychain', 'booted', 'add-root-cert', path] }],
        uninstall: () => [{ file: 'xcrun', args: ['simctl', 'keychain', 'booted', 'reset'] }],
        lines: () => [],
        readers: () => [],
      }),
    ];
  },
  undo: async () => 'The simulator keeps the authority until its keychain is reset.',
};
