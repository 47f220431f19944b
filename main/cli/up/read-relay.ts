import { fail } from '../../contract/errors.ts';
import { type RelayWish, readRelayTarget } from '../../core/relay/read-target.ts';
import type { CommandContext } from '../command.ts';
import { wholeNumber } from '../given.ts';
import { readGivenFile } from '../read-given-file.ts';
import { secretFrom, secretOfStdin } from '../secret-input.ts';

/** What `up` was told about the server behind. */
export interface RelayOrder {
  readonly wish: RelayWish;
  readonly limitBytes: number;
}

const MEGABYTE = 1024 * 1024;
const USUAL_LIMIT_MB = 1024;

/** Reads and checks `--relay` and what belongs to it; throws `USAGE` for what cannot be meant. */
export async function readRelayOrder({ given, host, ask }: CommandContext): Promise<RelayOrder> {
  const url = given.value('relay') ?? '';
  const ca = given.value('relay-ca');
  const pem = ca === undefined ? null : readGivenFile(host, ca).toString('utf8');
  if (pem !== null && !pem.includes('-----BEGIN CERTIFICATE-----')) {
    throw fail('USAGE', { what: `${ca} holds no certificate in PEM.`, fix: 'Name the PEM file of the authority.' });
  }
  // Before anybody is asked for a secret.
  readRelayTarget({ url, ca: pem, credential: null }, null);
  const sources = ['relay-token-stdin', 'relay-token-file', 'relay-api-key-stdin', 'relay-api-key-file'] as const;
  const chosen = sources.filter((name) => given.flag(name) === true || given.value(name) !== undefined);
  const [source] = chosen;
  if (chosen.length > 1) {
    throw fail('USAGE', {
      what: `${chosen.map((name) => `--${name}`).join(' and ')} cannot both be.`,
      fix: 'Give the secret in one way.',
    });
  }
  const kind = source?.includes('api-key') === true ? 'ApiKey' : 'Bearer';
  const what = kind === 'ApiKey' ? 'API key' : 'Secret token';
  const value =
    source === undefined
      ? null
      : source.endsWith('-stdin')
        ? await secretOfStdin(ask, `${what} of ${url}`)
        : secretFrom(readGivenFile(host, given.value(source) ?? ''), `--${source}`);
  const limit = wholeNumber(given, 'relay-limit', [1, 1_000_000], USUAL_LIMIT_MB) ?? USUAL_LIMIT_MB;
  return { wish: { url, ca: pem, credential: value === null ? null : { kind, value } }, limitBytes: limit * MEGABYTE };
}
