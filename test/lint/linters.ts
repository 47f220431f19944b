import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installGo } from '../support/install-go.ts';
import { installPython } from '../support/install-python.ts';
import { isOnPath } from '../support/prepare-machine.ts';
import type { Linted } from './linted-kinds.ts';

/** What a linter has to say against something. */
export interface Finding {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
}

/** A linter takes everything at once and answers in the same order; where it cannot be had, `problem` says why. */
export type Linter =
  | { lint(all: readonly Linted[]): Promise<readonly (readonly Finding[])[]> }
  | { readonly problem: string };

/** Rules for certificates that people install themselves; those of the CA/Browser Forum bind public authorities alone (reference/certificates.md §3.2). */
const ZLINT_SOURCES = 'RFC5280,RFC3279,RFC5480,RFC5891,RFC8813,Community,Apple,Mozilla';

const ZLINT = 'github.com/zmap/zlint/v3';
const ZLINT_MODULE = `module zlint\n\ngo 1.25.0\n\ntool ${ZLINT}/cmd/zlint\n\nrequire ${ZLINT} v3.7.3\n`;

/** Brings pyca's cryptography along, which other tests read with. */
export const PKILINT_PACKAGES = ['pkilint==0.13.3'];
const PKILINT_DRIVER = join(import.meta.dirname, 'fixtures', 'pkilint_all.py');

/** zlint with its findings from a warning on; notices (`n_…`) are remarks for public authorities. */
export function zlint(): Linter {
  const built = installGo('lint', 'zlint', `${ZLINT}/cmd/zlint`, { 'go.mod': ZLINT_MODULE });
  if ('problem' in built) return built;
  return {
    async lint(all) {
      using files = writtenFiles(all);
      return files.paths.map((path) => {
        const options = ['-includeSources', ZLINT_SOURCES, path];
        const { stdout, stderr } = spawnSync(built.file, options, { encoding: 'utf8' });
        // What zlint cannot even read it says on stderr alone.
        return stdout === '' ? [{ severity: 'fatal', code: 'not-read', message: stderr }] : zlintFindings(stdout);
      });
    },
  };
}

function zlintFindings(stdout: string): Finding[] {
  const results = JSON.parse(stdout) as Record<string, { readonly result: string; readonly details?: string }>;
  return Object.entries(results)
    .filter(([, { result }]) => ['warn', 'error', 'fatal'].includes(result))
    .map(([code, { result, details }]) => ({ severity: result, code, message: details ?? '' }));
}

/** pkilint with its findings from a notice on (below are remarks on what was chosen), for each certificate alone and for each pair of issuer and subject up to the root. */
export function pkilint(): Linter {
  const environment = installPython('lint', 'pkilint', PKILINT_PACKAGES);
  if ('problem' in environment) return environment;
  return {
    async lint(all) {
      using files = writtenFiles(all);
      const commands = all.map((each, index) => pkilintCommands(each, files.paths[index] ?? '', files));
      const { stdout, stderr } = spawnSync(environment.python, [PKILINT_DRIVER], {
        input: JSON.stringify(commands.flat()),
        encoding: 'utf8',
      });
      const answers =
        stdout === '' ? [] : (JSON.parse(stdout) as { readonly stdout: string; readonly stderr: string }[]);
      if (answers.length !== commands.flat().length) throw new Error(`pkilint failed: ${stderr}`);
      const findings = answers.map(pkilintFindings);
      return commands.map((each) => findings.splice(0, each.length).flat());
    },
  };
}

const PKILINT_OPTIONS = ['lint', '-f', 'JSON', '-s', 'NOTICE'];

function pkilintCommands(each: Linted, path: string, files: WrittenFiles): string[][] {
  if (each.is === 'revocation list') return [['lint_crl', ...PKILINT_OPTIONS, '-t', 'CRL', '-p', 'PKIX', path]];
  const chain = [path, ...each.issuers.map((pem) => files.write(pem))];
  return chain.flatMap((subject, index) => {
    const issuer = chain[index + 1];
    return [
      ['lint_pkix_cert', ...PKILINT_OPTIONS, subject],
      ...(issuer === undefined ? [] : [['lint_pkix_signer_signee_cert_chain', ...PKILINT_OPTIONS, issuer, subject]]),
    ];
  });
}

function pkilintFindings(answer: { readonly stdout: string; readonly stderr: string }): Finding[] {
  if (answer.stdout === '') return [{ severity: 'FATAL', code: 'not-read', message: answer.stderr }];
  const { results } = JSON.parse(answer.stdout) as {
    readonly results: readonly { readonly finding_descriptions: readonly Finding[] }[];
  };
  return results.flatMap(({ finding_descriptions }) => finding_descriptions);
}

/** `openssl verify -x509_strict` up to the root, for the purpose that it has; for a revocation list the signature and who made it. */
export function opensslStrict(): Linter {
  if (!isOnPath('openssl')) return { problem: 'this machine lacks openssl' };
  return {
    async lint(all) {
      using files = writtenFiles(all);
      return all.map((each, index) => opensslFindings(each, files.paths[index] ?? '', files));
    },
  };
}

function opensslFindings(each: Linted, path: string, files: WrittenFiles): Finding[] {
  const root = files.write(each.issuers.at(-1) ?? each.pem);
  const between = each.issuers.slice(0, -1).flatMap((pem) => ['-untrusted', files.write(pem)]);
  const purposes = { authority: [], 'server certificate': ['sslserver'], 'client certificate': ['sslclient'] };
  const args =
    each.is === 'revocation list'
      ? ['crl', '-verify', '-noout', '-CAfile', files.write(each.issuers[0] ?? ''), '-in', path]
      : [
          ...['verify', '-x509_strict', '-no-CApath', '-no-CAstore', '-CAfile', root, ...between],
          ...purposes[each.is].flatMap((purpose) => ['-purpose', purpose]),
          path,
        ];
  const { status, stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  const isFine = status === 0 && !/failure/i.test(stderr);
  return isFine ? [] : [{ severity: 'error', code: 'openssl', message: `${stdout}${stderr}`.trim() }];
}

interface WrittenFiles extends Disposable {
  readonly paths: readonly string[];
  write(pem: string): string;
}

/** What is linted as files, which all three read; taken away at the end of the block. */
function writtenFiles(all: readonly Linted[]): WrittenFiles {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-lint-'));
  let count = 0;
  const write = (pem: string): string => {
    count += 1;
    const path = join(folder, `${count}.pem`);
    writeFileSync(path, pem);
    return path;
  };
  return {
    paths: all.map(({ pem }) => write(pem)),
    write,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
