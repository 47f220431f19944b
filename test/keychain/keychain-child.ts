import { spawnSync } from 'node:child_process';
import { fail, type ParsedInput, SealwireError } from '../../main/contract/index.ts';
import { foldersOf } from '../../main/core/host/folders.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import type { Security } from '../../main/core/parts.ts';
import { openPreferences } from '../../main/core/settings/preferences.ts';
import { keychainService } from '../../main/core/vault/keychain-vault.ts';
import { nativeKeyring } from '../../main/core/vault/keyring-adapter.ts';
import { openSecurity } from '../../main/core/workspace/security.ts';

/* One visit to the keychain of the session that this process runs in: `keychain-child.ts <visit> <home>`, answering with one line of JSON. */

const [, , visit = '', home = ''] = process.argv;
const host = realHost();
const folders = foldersOf(home);
const service = keychainService(host, home);
const INIT: ParsedInput<'init.run'> = { constraints: true, domains: [], listen: false };

const VISITS: Readonly<Record<string, () => Promise<unknown>>> = {
  roundTrip: async () => {
    const keyring = nativeKeyring(10_000);
    const secret = 'pässwörd 🔑';
    await keyring.set(service, 'round/trip', secret);
    const read = await keyring.get(service, 'round/trip');
    const seen = lookUp('round/trip');
    await keyring.delete(service, 'round/trip');
    await keyring.delete(service, 'round/trip');
    return {
      same: read === secret,
      seenBySecretTool: seen === secret,
      after: await keyring.get(service, 'round/trip'),
    };
  },
  oneClick: async () => {
    const security = await open();
    const { token, authority } = await security.initialise(INIT);
    const value = (await security.showToken()).reveal();
    return {
      ...report(security),
      fingerprint: authority.fingerprint256,
      token: value,
      seenBySecretTool: lookUp(`default/token/${token.id}`) === value,
      probeLeft: lookUp('probe'),
    };
  },
  comeBack: async () => {
    const security = await open();
    return { ...report(security), token: (await security.showToken()).reveal() };
  },
  deletedBehindOurBack: async () => {
    const id = (await open()).tokens()[0]?.id ?? '';
    const cleared = spawnSync('secret-tool', ['clear', 'service', service, 'username', `default/token/${id}`]);
    if (cleared.status !== 0) throw new Error(String(cleared.stderr));
    const security = await open();
    const before = { ...report(security), showToken: await codeOf(security.showToken()) };
    await security.rotateToken();
    return { before, after: { ...report(security), token: (await security.showToken()).reveal() } };
  },
  tryOneClick: async () => {
    const security = await open();
    return { ...report(security), code: await codeOf(security.initialise(INIT)) };
  },
  oneClickWithPassphrase: async () => {
    const security = await open();
    await security.initialise({ ...INIT, vault: 'passphrase', passphrase: 'correct horse' });
    return report(security);
  },
};

async function open(): Promise<Security> {
  return openSecurity({
    host,
    folders,
    workspace: 'default',
    preferences: openPreferences(host, folders),
    didChange: () => undefined,
    isInteractive: true,
  });
}

function report(security: Security): Record<string, unknown> {
  return {
    initialised: security.initialised(),
    hasIdentity: security.identity() !== null,
    vault: security.vault(),
    notices: security.notices(),
  };
}

function lookUp(account: string): string | null {
  const { status, stdout } = spawnSync('secret-tool', ['lookup', 'service', service, 'username', account], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout : null;
}

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'none';
  } catch (error) {
    return error instanceof SealwireError ? error.code : String(error);
  }
}

const run = VISITS[visit];
if (run === undefined) throw fail('NOT_FOUND', { what: 'visit', id: visit, fix: '' });
console.log(JSON.stringify(await run()));
