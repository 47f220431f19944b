import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ChangedTopic, ParsedInput } from '../../main/contract/index.ts';
import { foldersOf } from '../../main/core/host/folders.ts';
import type { Host } from '../../main/core/host/host.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import type { Security } from '../../main/core/parts.ts';
import { openPreferences } from '../../main/core/settings/preferences.ts';
import type { KeyringAdapter } from '../../main/core/vault/keyring-adapter.ts';
import { openSecurity } from '../../main/core/workspace/security.ts';
import { memoryKeyring } from './memory-keyring.ts';

/** What `init.run` gets when the person changes nothing. */
export const DEFAULT_INIT: ParsedInput<'init.run'> = { constraints: true, domains: [], listen: false };

/** The words of a machine without a D-Bus session. */
export const NO_DBUS =
  'Platform failure: DBus error: Using X11 for dbus-daemon autolaunch was disabled at compile time, set your DBUS_SESSION_BUS_ADDRESS instead';

/** An empty home that is removed after the test. */
export function tempHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'sealwire-home-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** This machine, with the facts that a test leaves to chance pinned down. */
export function testHost(home: string, change: Partial<Host> = {}): Host {
  return {
    ...realHost({ HOME: home }),
    homeFolder: home,
    hostname: 'test-laptop',
    networkInterfaces: () => ({}),
    ...change,
  };
}

export interface OpenedSecurity {
  readonly security: Security;
  readonly changed: ChangedTopic[][];
}

/** A security state on a temporary home; the default keychain is one in memory. */
export async function openTestSecurity(
  home: string,
  options: { readonly host?: Host; readonly keyring?: KeyringAdapter; readonly isInteractive?: boolean } = {},
): Promise<OpenedSecurity> {
  const host = options.host ?? testHost(home);
  const folders = foldersOf(home);
  const changed: ChangedTopic[][] = [];
  const security = await openSecurity({
    host,
    folders,
    workspace: 'default',
    preferences: openPreferences(host, folders),
    keyring: options.keyring ?? memoryKeyring(),
    didChange: (topics) => changed.push(topics),
    isInteractive: options.isInteractive ?? true,
  });
  return { security, changed };
}
