import { isIP } from 'node:net';
import type { CertificateKind, CheckedName } from '../../contract/index.ts';
import { judgeServerName, type Signable } from './accepted-names.ts';
import { readClientName } from './client-name.ts';
import { shownName } from './shown-name.ts';

/** Whether each name can be issued by this authority, as it is typed. */
export function checkNames(inputs: readonly string[], kind: CertificateKind, authority: Signable): CheckedName[] {
  return inputs.map((input) => {
    const name = kind === 'server' ? judgeServerName(input, authority) : readClientName(input, authority);
    if ('why' in name) {
      return { input, name: null, shown: input, kind: null, refusal: { why: name.why, fix: name.fix } };
    }
    return { input, name: name.text, shown: shownName(name.text), kind: kindOf(name.text), refusal: null };
  });
}

function kindOf(text: string): CheckedName['kind'] {
  if (text.includes('://')) return 'uri';
  if (isIP(text) !== 0) return isIP(text) === 4 ? 'ipv4' : 'ipv6';
  return text.startsWith('*.') ? 'wildcard' : 'dns';
}
