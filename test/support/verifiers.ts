import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pemCertificates } from '../../main/core/authority/pem-certificates.ts';

/** What a verifier is asked: a certificate with its intermediates, the roots, and for what it is to be good. */
export interface Question {
  /** The leaf first, then intermediates, PEM. */
  readonly chain: string;
  /** PEM, one or several. */
  readonly roots: string;
  readonly purpose: 'server' | 'client';
  /** A host name or an address that it has to be good for. */
  readonly name?: string;
}

/** Answers `OK`, or what the program said. */
export type Verifier = (question: Question) => string;

/** A folder of its own with the files of a question, which is removed at the end. */
function withFiles<T>({ chain, roots }: Question, use: (file: (name: string) => string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-verify-'));
  const [leaf = '', ...intermediates] = pemCertificates(chain);
  const file = (name: string): string => join(folder, name);
  writeFileSync(file('leaf.pem'), leaf);
  writeFileSync(file('chain.pem'), chain);
  writeFileSync(file('intermediates.pem'), intermediates.join(''));
  writeFileSync(file('roots.pem'), roots);
  try {
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const isAddress = (name: string): boolean => /^[\d.]+$|:/.test(name);

/** `openssl verify -x509_strict`, which is also Python's rule set from 3.13 on. */
export const opensslStrict: Verifier = (question) =>
  withFiles(question, (file) => {
    const { purpose, name } = question;
    const check = name === undefined ? [] : [isAddress(name) ? '-verify_ip' : '-verify_hostname', name];
    const hasIntermediates = pemCertificates(question.chain).length > 1;
    const untrusted = hasIntermediates ? ['-untrusted', file('intermediates.pem')] : [];
    const args = ['verify', '-x509_strict', '-purpose', `ssl${purpose}`, ...check, ...untrusted];
    const { status, stdout, stderr } = spawnSync('openssl', [...args, '-CAfile', file('roots.pem'), file('leaf.pem')], {
      encoding: 'utf8',
    });
    return status === 0 ? 'OK' : stdout + stderr;
  });

const GO_SOURCE = `package main

import (
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"os"
)

func main() {
	data, _ := os.ReadFile(os.Args[1])
	var leaf *x509.Certificate
	intermediates := x509.NewCertPool()
	for block, rest := pem.Decode(data); block != nil; block, rest = pem.Decode(rest) {
		certificate, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		if leaf == nil {
			leaf = certificate
		} else {
			intermediates.AddCert(certificate)
		}
	}
	roots := x509.NewCertPool()
	trusted, _ := os.ReadFile(os.Args[2])
	roots.AppendCertsFromPEM(trusted)
	usage := x509.ExtKeyUsageServerAuth
	if os.Args[3] == "client" {
		usage = x509.ExtKeyUsageClientAuth
	}
	_, err := leaf.Verify(x509.VerifyOptions{
		Roots: roots, Intermediates: intermediates, DNSName: os.Args[4], KeyUsages: []x509.ExtKeyUsage{usage},
	})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}
`;

/** Builds a small program with the machine's Go; resolves to its verifier, and to what takes the program away. */
export function goVerifier(): { readonly verify: Verifier; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-go-'));
  writeFileSync(join(folder, 'main.go'), GO_SOURCE);
  writeFileSync(join(folder, 'go.mod'), 'module verify\n\ngo 1.18\n');
  const program = join(folder, 'verify');
  execFileSync('go', ['build', '-o', program, '.'], {
    cwd: folder,
    env: { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '-mod=mod', GOPROXY: 'off' },
    stdio: 'pipe',
  });
  return {
    verify: (question) =>
      withFiles(question, (file) => {
        const { purpose, name = '' } = question;
        // Go takes an address for a name where it stands in brackets.
        const asked = name.includes(':') ? `[${name}]` : name;
        const { status, stdout } = spawnSync(program, [file('chain.pem'), file('roots.pem'), purpose, asked], {
          encoding: 'utf8',
        });
        return status === 0 ? 'OK' : stdout;
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
