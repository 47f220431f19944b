import type { SuggestedName } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';
import { judgeServerName, type Signable } from './accepted-names.ts';
import { composeServices } from './compose-services.ts';
import { shownName } from './shown-name.ts';
import { suggestedNames } from './suggested-names.ts';

/** The Android emulator's address of the machine that it runs on (developer.android.com, "Set up Android Emulator networking"). */
const EMULATOR_ADDRESS = '10.0.2.2';

/**
 * Everything under which this machine, or what runs in `folder`, can be reached, each with its reason, `localhost` first. Names that no certificate can carry are left out, those that the authority cannot
 * sign say why.
 */
export function suggestNames(
  host: Pick<Host, 'hostname' | 'networkInterfaces' | 'disk' | 'env' | 'platform'>,
  folder: string,
  authority: Signable,
): SuggestedName[] {
  const usual = suggestedNames(host, null);
  const isInWsl = host.platform === 'linux' && host.env.WSL_DISTRO_NAME !== undefined;
  const candidates = [
    ...usual.map((each) =>
      isInWsl && each.source === 'network'
        ? { ...each, reason: 'programs on Windows that call this WSL system', source: 'wsl' as const }
        : each,
    ),
    { name: EMULATOR_ADDRESS, reason: 'this machine, seen from the Android emulator', source: 'emulator' as const },
    ...composeServices(host, folder).map(({ service, file }) => ({
      name: service,
      reason: `the service "${service}" of ${file}, as containers of that project call it`,
      source: 'compose' as const,
    })),
  ];
  const usualNames = new Set(usual.map(({ name }) => name));
  return candidates.flatMap(({ name, reason, source }, at) => {
    if (candidates.findIndex((other) => other.name === name) !== at) return [];
    if ('why' in judgeServerName(name, { permitted: null })) return [];
    const judged = judgeServerName(name, authority);
    const refusal = 'why' in judged ? { why: judged.why, fix: judged.fix } : null;
    return [
      { name, shown: shownName(name), reason, source, recommended: refusal === null && usualNames.has(name), refusal },
    ];
  });
}
