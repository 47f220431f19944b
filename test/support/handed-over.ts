import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ServerExport, ServerWish } from '../../main/contract/index.ts';
import { serverWish } from '../../main/contract/server-shapes.ts';
import { DEFAULT_SERVER_SETTINGS, type ServerSettings } from '../../main/core/endpoint/server-settings.ts';
import type { PlanParts } from '../../main/core/handover/plan-server.ts';
import type { Host } from '../../main/core/host/host.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import type { Security } from '../../main/core/parts.ts';
import { DEFAULT_INIT, openTestSecurity } from './temp-security.ts';

/** A workspace with everything made, for as long as a file of tests. */
export interface HandoverBench {
  readonly security: Security;
  readonly parts: PlanParts;
  with(settings: Partial<ServerSettings>, host?: Partial<Host>): PlanParts;
  remove(): void;
}

export async function handoverBench(): Promise<HandoverBench> {
  const home = mkdtempSync(join(tmpdir(), 'sealwire-home-'));
  const { security } = await openTestSecurity(home);
  await security.initialise(DEFAULT_INIT);
  const host = { ...realHost(), userId: 1000 };
  const parts: PlanParts = { host, security, serverSettings: () => DEFAULT_SERVER_SETTINGS };
  return {
    security,
    parts,
    with: (settings, change = {}) => ({
      ...parts,
      host: { ...host, ...change },
      serverSettings: () => ({ ...DEFAULT_SERVER_SETTINGS, ...settings }),
    }),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** A wish as a carrier hands it on. */
export function wishOf(wish: Parameters<typeof serverWish.parse>[0]): ServerWish {
  return serverWish.parse(wish);
}

/** The files by their names, as text. */
export function textsOf({ files }: Pick<ServerExport, 'files'>): Map<string, string> {
  return new Map(files.map(({ name, base64 }) => [name, Buffer.from(base64, 'base64').toString('latin1')]));
}

/** The files in a folder that is removed after the test, as the command line writes them. */
export function folderOf({ files }: Pick<ServerExport, 'files'>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-handed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const { name, base64, isSecret } of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), Buffer.from(base64, 'base64'), { mode: isSecret ? 0o600 : 0o644 });
  }
  return folder;
}
