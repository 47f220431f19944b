import type { Scalar } from 'yaml';
import type { Primitive } from './config-entries.ts';
import { goInteger, goNumber } from './go-number.ts';

const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const RESOLVED_TAG = /^tag:yaml\.org,2002:(?:bool|int|float|null)$/;
const INFINITY = /^([-+]?)\.(?:inf|Inf|INF)$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

/**
 * What the real server's YAML parser makes of a scalar: it is one of YAML 1.1, so of a plain word `0123` is 83 and `on` is true. Quoted text stays what it is.
 * `isUnended` says that the file ends right after it and without a newline, which a text in block form then does not have either.
 */
export function yamlScalar(node: Scalar, isUnended: boolean): Primitive {
  const text = String(node.value ?? '');
  const isAsked = RESOLVED_TAG.test(node.tag ?? '');
  if ((node.type !== 'PLAIN' && !isAsked) || node.tag === 'tag:yaml.org,2002:str') {
    return isUnended && node.type?.startsWith('BLOCK') === true ? text.replace(/\n$/, '') : text;
  }
  if (/^(?:~|null|Null|NULL|)$/.test(text)) return null;
  if (TRUE.test(text)) return true;
  if (FALSE.test(text)) return false;
  if (text.startsWith('.')) return specialFloat(text) ?? goNumber(text) ?? text;
  if (!/^[-+\d]/.test(text)) return text;
  const plain = text.replaceAll('_', '');
  return specialFloat(text) ?? goInteger(plain) ?? (FLOAT.test(plain) ? goNumber(plain) : null) ?? text;
}

function specialFloat(text: string): number | null {
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) return Number.NaN;
  const [special, sign] = INFINITY.exec(text) ?? [];
  return special === undefined ? null : sign === '-' ? -Infinity : Infinity;
}
