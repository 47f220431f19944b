import { refuseUnwritable } from './refuse.ts';

/**
 * A YAML double-quoted scalar (YAML 1.2 §7.3.1). JSON's escapes are a subset of YAML's; DEL, the C1 controls, the line separators
 * and the byte order mark, which JSON leaves bare, are escaped as well because YAML does not count them as printable.
 */
export function quoteYaml(value: string): string {
  refuseUnwritable(value, 'YAML');
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The same for a Compose file, which also replaces `$NAME`: a dollar sign is doubled (Compose file reference, "Interpolation"). */
export function quoteCompose(value: string): string {
  return quoteYaml(value).replaceAll('$', '$$$$');
}
