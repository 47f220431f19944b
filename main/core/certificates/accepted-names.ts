import { fail } from '../../contract/index.ts';
import { permittedInWords } from '../authority/permitted-names.ts';
import { type Issuer, maySign } from './issuer.ts';
import { type Refusal, readServerName, type ServerName } from './server-name.ts';

/** The part of an issuer that says what it may sign. */
export type Signable = Pick<Issuer, 'permitted' | 'limits'>;

/** The names as they will be written, without doubles. Throws `NAME_REFUSED` with the reason and an alternative. */
export function acceptedNames(names: readonly string[], issuer: Signable): ServerName[] {
  if (names.length === 0) {
    throw fail('NAME_REFUSED', { name: '', why: 'it needs at least one name', fix: 'Name `localhost`, for example.' });
  }
  const accepted = names.map((input) => {
    const name = judgeServerName(input, issuer);
    if ('why' in name) throw fail('NAME_REFUSED', { name: input, ...name });
    return name;
  });
  return withoutDoubles(accepted);
}

/** One name of a server, as it will be written, or why this issuer cannot sign it. */
export function judgeServerName(input: string, issuer: Signable): ServerName | Refusal {
  const name = readServerName(input);
  return 'why' in name || maySign(name.general, issuer) ? name : outside(issuer);
}

/** The first of each. */
export function withoutDoubles<Name extends { readonly text: string }>(names: readonly Name[]): Name[] {
  return names.filter(({ text }, index) => names.findIndex((other) => other.text === text) === index);
}

/** Why a name is refused that clients would accept from another issuer. */
export function outside({ permitted }: Signable): Refusal {
  if (permitted === null) {
    return {
      why: 'the name constraints of the authority do not allow it, and clients that check them would refuse the whole certificate',
      fix: 'Leave that name out, or issue it under another authority: see `sealwire authority list`.',
    };
  }
  return {
    why: `the authority may only sign ${permittedInWords(permitted).join('; ')}`,
    fix: 'Leave that name out, use one of those, or make an authority that covers it: `sealwire authority new --domains DOMAIN`.',
  };
}
