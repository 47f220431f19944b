import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8 from making more room for what is young while a program starts: nearly everything that is made then stays, and the room only lies idle afterwards, 8 MB of it in an
 * `up` in which nothing happens. To be followed by `growFreely` when it has started. (`--semi-space-growth-factor` of `node --v8-options`.)
 */
export function startSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** V8's default. */
export function growFreely(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
}
