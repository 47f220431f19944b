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
  /** Options of `--relay` as they were typed, for a process that reads them again; empty without it. */
  readonly relay: readonly string[];
  /** Port of the interface, 0 for any; null for none. */
  readonly uiPort: number | null;
  readonly opens: boolean;
  /** Make what is missing without waiting for a click. */
  readonly makesWhatIsMissing: boolean;
}

/** Those of `--relay` take a value, but for the two that say that it comes by standard input. */
const RELAY_VALUES = ['relay', 'relay-ca', 'relay-token-file', 'relay-api-key-file', 'relay-limit'] as const;
export const RELAY_BY_STDIN = ['relay-token-stdin', 'relay-api-key-stdin'] as const;

function relayOptions(given: Given): string[] {
  const options = [
    ...RELAY_VALUES.flatMap((name) => {
      const value = given.value(name);
      if (value === undefined) return [];
      return [`--${name}`, name === 'relay' || name === 'relay-limit' ? value : resolve(value)];
    }),
    ...RELAY_BY_STDIN.filter((name) => given.flag(name) === true).map((name) => `--${name}`),
  ];
  if (options.length > 0 && given.value('relay') === undefined) {
    throw fail('USAGE', {
      what: `${options[0]} says how to relay, and nothing says where to.`,
      fix: 'Add --relay URL.',
    });
  }
  return options;
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
    relay: relayOptions(given),
    isDurable: given.flag('durable') === true,
    takesRum: given.flag('rum') === true,
    uiPort: hasUi ? (uiPort ?? 0) : null,
    opens: hasUi && (given.flag('open') ?? (hasPerson && !isJson)),
    makesWhatIsMissing: !hasUi,
  };
}
