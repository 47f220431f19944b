import { fail } from '../../contract/index.ts';

/** A release of APM Server. */
export interface ServerVersion {
  readonly major: number;
  /** Whole, as images are tagged: `8.19.5`. */
  readonly text: string;
}

/** A release of each major version that is known to exist; it stands in where the major version alone is said. */
const KNOWN: ReadonlyMap<number, string> = new Map([
  [7, '7.17.0'],
  [8, '8.19.5'],
  [9, '9.1.0'],
]);

/** What is written for where nothing is said. */
export const USUAL_VERSION = '9.1.0';

/** Reads `9`, `8.19` or `8.19.5`; throws `INPUT_INVALID` for what is none, and for one before 7, whose settings Sealwire does not know. */
export function readServerVersion(text: string = USUAL_VERSION): ServerVersion {
  const [, major = '', minor, patch = '0'] = /^v?(\d{1,2})(?:\.(\d{1,3})(?:\.(\d{1,3}))?)?$/.exec(text.trim()) ?? [];
  if (major === '')
    throw fail('INPUT_INVALID', { what: `"${text.slice(0, 40)}" is no version of APM Server, such as 8.19.5` });
  const known = KNOWN.get(Number(major));
  if (known === undefined)
    throw fail('INPUT_INVALID', {
      what: `Sealwire knows the settings of APM Server 7, 8 and 9, and not those of ${major}`,
    });
  return { major: Number(major), text: minor === undefined ? known : `${major}.${minor}.${patch}` };
}
