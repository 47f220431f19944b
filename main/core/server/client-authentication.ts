import type { ClientAuthentication } from '../endpoint/tls/tls-settings.ts';
import { ConfigMistake } from './config-mistake.ts';
import { NUMBERED_NAMES } from './numbered-names.ts';
import { certificatesIn } from './pem-files.ts';
import type { NumberedNames, SettingReader } from './setting-reader.ts';

const MODES = ['none', 'optional', 'required'] as const;
const VERIFICATION = ['full', 'certificate', 'none', 'strict'];

/** What is asked of clients, without the authorities: naming those alone makes certificates required. Pins are not looked at where verification is off, as with the real server. Throws `ConfigMistake`. */
export function clientAuthOf(read: SettingReader): Omit<ClientAuthentication, 'authorities'> {
  const verification = oneOf(read, 'ssl.verification_mode', VERIFICATION, NUMBERED_NAMES.verification);
  const named = oneOf(read, 'ssl.client_authentication', MODES, NUMBERED_NAMES.clientAuthentication);
  const pins = read.texts('ssl.ca_sha256') ?? [];
  const byAuthorities =
    read.isNamed('ssl.certificate_authorities') && !read.isNamed('ssl.client_authentication') ? 'required' : 'none';
  return {
    mode: MODES.find((mode) => mode === named) ?? byAuthorities,
    pins: verification === 'none' ? [] : pins,
  };
}

/** The authorities of clients. One that cannot be read is passed over as long as another can, as with the real server; else a `ConfigMistake` is thrown. */
export function authoritiesOf(
  read: SettingReader,
  pem: (key: string, where: string) => string,
  note: (sentence: string) => void,
): string[] {
  const key = 'ssl.certificate_authorities';
  const named = read.texts(key) ?? [];
  const mistakes: ConfigMistake[] = [];
  const found = named.flatMap((where) => {
    try {
      const certificates = certificatesIn(pem(key, where));
      if (certificates !== null) return certificates;
      throw new ConfigMistake(
        read.at(key),
        `What "${key}" names is not a certificate`,
        'Name a PEM file that begins with -----BEGIN CERTIFICATE-----.',
      );
    } catch (error) {
      if (!(error instanceof ConfigMistake)) throw error;
      mistakes.push(error);
      return [];
    }
  });
  const [first] = mistakes;
  if (first !== undefined && found.length === 0) throw first;
  if (first !== undefined) note(`${first.message}; it is passed over, and the other authorities count.`);
  return found;
}

function oneOf(read: SettingReader, key: string, allowed: readonly string[], numbered: NumberedNames): string | null {
  const value = read.text(key, numbered);
  if (value === null || value === '' || allowed.includes(value)) return value;
  throw new ConfigMistake(
    read.at(key),
    `"${key}" has a value that does not exist`,
    `Choose one of ${allowed.join(', ')}.`,
  );
}
