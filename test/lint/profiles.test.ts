import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALLOWED_FINDINGS, isAllowed } from './allowed-findings.ts';
import { LINTED_KINDS, type Linted } from './linted-kinds.ts';
import { type Finding, opensslStrict, pkilint, zlint } from './linters.ts';

/* T10: everything that Sealwire signs, judged by linters of others. A new profile is a line in `linted-kinds.ts`. */

const LINTERS = { zlint: zlint(), pkilint: pkilint(), 'openssl verify -x509_strict': opensslStrict() };

const made: Linted[] = [];
const faulty: Linted[] = [];
const allowed: Finding[] = [];

beforeAll(async () => {
  for (const kind of LINTED_KINDS) made.push(await kind.make());
  faulty.push(...faultyOnes());
});

for (const [name, linter] of Object.entries(LINTERS)) {
  const problem = 'problem' in linter ? linter.problem : null;

  describe.skipIf(problem !== null)(`${name}${problem === null ? '' : ` [skipped: ${problem}]`}`, () => {
    let findings: readonly (readonly Finding[])[] = [];

    beforeAll(async () => {
      if ('lint' in linter) findings = await linter.lint([...made, ...faulty]);
      allowed.push(...findings.slice(0, made.length).flat().filter(isAllowed));
    });

    for (const [index, kind] of LINTED_KINDS.entries()) {
      test(`finds nothing in ${kind.title}`, () => {
        expect(findings[index]?.filter((finding) => !isAllowed(finding))).toEqual([]);
      });
    }

    test('finds something in a certificate and in a list that are wrong', () => {
      const found = findings.slice(made.length);

      expect(found.map((each) => each.length > 0)).toEqual(faulty.map(() => true));
    });
  });
}

test.skipIf('problem' in LINTERS.pkilint)('every entry of the list of allowed findings is still met', () => {
  const unused = ALLOWED_FINDINGS.filter(({ code }) => !allowed.some((finding) => finding.code === code));

  expect(unused).toEqual([]);
});

let folder = '';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A leaf without an issuer's key identifier under an authority that does not say critically that it is one, and a revocation list of version 1 that somebody else signed. */
function faultyOnes(): Linted[] {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-faulty-'));
  const openssl = (...args: string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=localhost'];
  const authority = ['-config', '/dev/null', '-addext', 'basicConstraints=CA:TRUE', '-days', '30'];
  for (const name of ['ca', 'other'])
    openssl('req', '-x509', ...newKey, ...authority, '-keyout', `${name}.key`, '-out', `${name}.pem`);
  writeFileSync(join(folder, 'ext'), 'authorityKeyIdentifier=none\nsubjectAltName=critical,DNS:localhost\n');
  openssl('req', ...newKey, '-config', '/dev/null', '-keyout', 'leaf.key', '-out', 'leaf.csr');
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'ext', '-days', '3000'];
  openssl('x509', '-req', '-in', 'leaf.csr', ...signing, '-out', 'leaf.pem');
  writeFileSync(join(folder, 'index.txt'), '');
  writeFileSync(
    join(folder, 'ca.cnf'),
    '[ca]\ndefault_ca=a\n[a]\ndatabase=index.txt\ndefault_md=sha256\ndefault_crl_days=30\n',
  );
  openssl('ca', '-config', 'ca.cnf', '-gencrl', '-cert', 'other.pem', '-keyfile', 'other.key', '-out', 'list.crl');
  return [
    { pem: read('leaf.pem'), issuers: [read('ca.pem')], is: 'server certificate' },
    { pem: read('list.crl'), issuers: [read('ca.pem')], is: 'revocation list' },
  ];
}
