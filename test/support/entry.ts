import { join, resolve } from 'node:path';
import { isCurrent } from '../../main/launcher/build-stamp.mjs';

export const root = resolve(import.meta.dirname, '..', '..');

/** The command line as it stands in the sources. */
export const sources = join(root, 'main', 'entry', 'cli.ts');

/** The bundle that people start. */
export const built = join(root, 'dist', 'cli', 'sealwire.js');

/** What tests start as Sealwire: the bundle, in a third of the time, where it was built from these very sources, as the test command does first; else the sources. */
export const entry = isCurrent(root, 'cli') ? built : sources;
