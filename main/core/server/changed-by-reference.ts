import { Secret } from '../../contract/index.ts';
import { FROM_ENVIRONMENT, FROM_KEYSTORE, parseValue } from './parse-value.ts';
import { primitiveText } from './resolve-value.ts';

/** Where a secret is kept that a setting refers to. */
export type SecretPlace = 'keystore' | 'environment';

/**
 * What the real server takes a secret for where a setting is nothing but a reference to it, such as 83 for 0123; null where it stays what it is. The trap of reference F: the text is read
 * once more as a number, a boolean or, from the environment, a list. A secret that cannot be read at all that way comes out as an empty one.
 */
export function changedByReference(secret: Secret, place: SecretPlace): Secret | null {
  const text = secret.reveal();
  const read = readAgain(text, place);
  return read === text ? null : new Secret(read);
}

function readAgain(text: string, place: SecretPlace): string {
  try {
    const value = parseValue(text, place === 'keystore' ? FROM_KEYSTORE : FROM_ENVIRONMENT);
    const isPrimitive = value === null || typeof value !== 'object';
    return isPrimitive ? primitiveText(value) : '';
  } catch {
    // A list or a quote that does not end: the server does not start.
    return '';
  }
}
