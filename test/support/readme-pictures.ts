import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Set to a person's home folder, it is lived in for a moment and the pictures of the README are taken anew: one file of tests at a time, since both want port 8200. */
export const PICTURED_HOME = process.env.SEALWIRE_PICTURED_HOME ?? null;

const FOLDER = join(import.meta.dirname, '..', '..', 'assets', 'screenshots');

/** What a picture of the tests is called in the README; all others stay out of it. */
const NAMES: Readonly<Record<string, string>> = {
  'real-first-run': 'first-run',
  'real-connect-reporting': 'connect-reporting',
  'real-connect-failed': 'connect-failed',
  'real-certificates-light-1280': 'certificates',
  'real-trust-verified-light-1280': 'trust',
};

/** Keeps a picture for the README, where it is one of its pictures and they are to be taken anew. */
export function keepForReadme(name: string, png: Buffer): void {
  const kept = NAMES[name];
  if (PICTURED_HOME !== null && kept !== undefined) writeFileSync(join(FOLDER, `${kept}.png`), png);
}
