import { fail, Secret } from '../../contract/index.ts';

/** Says what is wrong with a passphrase, or null. */
type ProblemOf = (passphrase: string) => string | null;

type NoRule = { readonly kind: 'none' };
type OptionalRule = { readonly kind: 'optional'; readonly problemOf: ProblemOf };
type RequiredRule = { readonly kind: 'required'; readonly problemOf: ProblemOf };
type PublicRule = { readonly kind: 'public'; readonly usual: string; readonly problemOf: ProblemOf };

/** Whether a format is protected by a passphrase. `public`: it takes one but nothing in it is secret, so the one that everybody uses stands in. */
export type PassphraseRule = NoRule | OptionalRule | RequiredRule | PublicRule;

/** The password that every JDK and every distribution gives its store of authorities; it protects nothing and is public. */
export const USUAL_FOR_JAVA = 'changeit';

/** Certificates alone, in a form that has no place for a passphrase. */
export const NO_PASSPHRASE: NoRule = { kind: 'none' };

/** A PEM key: OpenSSL asks for four characters at least when it writes, and reads one line of less than 1,024 bytes. */
export const OPTIONAL_FOR_PEM: OptionalRule = { kind: 'optional', problemOf: problemForPem };

/** A keystore with a private key. */
export const REQUIRED_FOR_KEYSTORE: RequiredRule = { kind: 'required', problemOf: problemForKeystore };

/** A truststore. */
export const PUBLIC_FOR_KEYSTORE: PublicRule = {
  kind: 'public',
  usual: USUAL_FOR_JAVA,
  problemOf: problemForKeystore,
};

/** The passphrase to use, or null for none. Throws `PASSPHRASE_REFUSED` where it is missing or some reader would not take it; `what` is the thing it protects. */
export function passphraseFor(rule: RequiredRule | PublicRule, given: Secret | null, what: string): Secret;
export function passphraseFor(rule: PassphraseRule, given: Secret | null, what: string): Secret | null;
export function passphraseFor(rule: PassphraseRule, given: Secret | null, what: string): Secret | null {
  const refused = (why: string, fix: string): Error => fail('PASSPHRASE_REFUSED', { what, why, fix });
  if (given === null || given.reveal() === '') {
    if (rule.kind === 'required')
      throw refused('it is empty', 'Give one: the private key in it is protected by nothing else.');
    return rule.kind === 'public' ? new Secret(rule.usual) : null;
  }
  if (rule.kind === 'none') {
    throw refused('it has no place for one', 'Leave the passphrase out, or choose a format that takes one.');
  }
  const problem = rule.problemOf(given.reveal());
  if (problem !== null) throw refused(problem, 'Choose another one.');
  return given;
}

/** Java refuses anything but ASCII, keytool less than six characters, OpenSSL before 1.1 more than fifty (reference/certificates.md §1, §4). */
function problemForKeystore(passphrase: string): string | null {
  if (!/^[\x20-\x7e]*$/.test(passphrase)) return 'Java reads printable ASCII characters alone';
  if (passphrase.length < 6) return 'Java asks for six characters at least';
  return passphrase.length > 50 ? 'some programs read fifty characters at most' : null;
}

function problemForPem(passphrase: string): string | null {
  if (/[\0\r\n]/.test(passphrase)) return 'programs read it as one line';
  if (passphrase.length < 4) return 'OpenSSL asks for four characters at least';
  return Buffer.byteLength(passphrase) > 1_000 ? 'OpenSSL reads a thousand bytes at most' : null;
}
