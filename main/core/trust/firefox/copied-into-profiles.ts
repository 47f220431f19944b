import { nssDatabase } from '../nss/nss-database.ts';
import type { Surroundings } from '../surroundings.ts';
import { findProfiles } from './find-profiles.ts';

/*
 * What a policy makes Firefox install it writes into the database of each profile that is started meanwhile, where it stays when the policy is gone (seen with Firefox ESR 153).
 */

/**
 * Folders of this person's profiles that hold the certificate. One that cannot be looked into counts as one of them, so that nothing is taken out of it later. Null where there is no
 * tool to look with.
 */
export async function profilesHolding(around: Surroundings, fingerprint256: string): Promise<string[] | null> {
  const certutil = around.program('certutil');
  if (certutil === null) return null;
  const folders: string[] = [];
  for (const { name, folder } of findProfiles(around)) {
    const database = nssDatabase(around, certutil, `Firefox, profile ${name}`, folder);
    // TRUST_FAILED: locked, damaged or with a password; the profile's own store says which.
    const holds = await database.holding(fingerprint256).then(
      (entry) => entry !== null,
      () => true,
    );
    if (holds) folders.push(folder);
  }
  return folders;
}

/** Takes the certificate out of this person's profiles other than `spared`; the folders that it was in. Throws `TRUST_FAILED` where one does not let it. */
export async function takeOutOfProfiles(
  around: Surroundings,
  fingerprint256: string,
  spared: readonly string[],
): Promise<string[]> {
  const certutil = around.program('certutil');
  const done: string[] = [];
  for (const { name, folder } of certutil === null ? [] : findProfiles(around)) {
    if (certutil === null || spared.includes(folder)) continue;
    const database = nssDatabase(around, certutil, `Firefox, profile ${name}`, folder);
    const entry = await database.holding(fingerprint256);
    if (entry === null) continue;
    await database.change(['-D', '-n', entry.nickname]);
    done.push(folder);
  }
  return done;
}
