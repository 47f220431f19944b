import { resolve } from 'node:path';
import { fail } from '../../contract/errors.ts';
import { type Given, wholeNumber } from '../given.ts';

const PORTS = [0, 65535] as const;

/** What was asked of `up`. */
export interface Wish {
  readonly port: number | undefined;
  readonly hosts: readonly string[] | undefined;
  readonly auth: 'token' | 'none';
  readonly isDurable: boolean;
  /** Browsers may report, without a token. */
  readonly takesRum: boolean;
  /** Absolute path of an `apm-server.yml`, or null. */
  readonly configPath: string | null;
  /** Port of the interface, 0 for any; null for none. */
  readonly uiPort: number | null;
  readonly opens: boolean;
  /** Make what is missing without waiting for a click. */
  readonly makesWhatIsMissing: boolean;
}

/**
 * Reads the options of `up`. The interface is served unless `--no-ui`, or `--json` without `--ui`; with it, nothing is made before the click.
 * A browser is opened with `--open`, or by itself where a person sits at the terminal.
 */
export function readWish(given: Given, hasPerson: boolean): Wish {
  const isJson = given.flag('json') === true;
  const hasUi = given.flag('ui') ?? !isJson;
  const uiPort = wholeNumber(given, 'ui-port', PORTS, 9000);
  if (!hasUi && (uiPort !== undefined || given.flag('open') === true)) {
    throw fail('USAGE', {
      what: 'Without the interface there is nothing to open and no port for it.',
      fix: 'Add --ui, or leave out --open and --ui-port.',
    });
  }
  const hosts = given.values('host');
  const configPath = given.value('config');
  return {
    port: wholeNumber(given, 'port', PORTS, 8200),
    hosts: hosts.length === 0 ? undefined : hosts,
    auth: given.value('auth') === 'none' ? 'none' : 'token',
    configPath: configPath === undefined ? null : resolve(configPath),
    isDurable: given.flag('durable') === true,
    takesRum: given.flag('rum') === true,
    uiPort: hasUi ? (uiPort ?? 0) : null,
    opens: hasUi && (given.flag('open') ?? (hasPerson && !isJson)),
    makesWhatIsMissing: !hasUi,
  };
}
