import { createHash, randomFillSync, scrypt, timingSafeEqual } from 'node:crypto';
import { dirname } from 'node:path';
import { z } from 'zod';
import { fail, Secret } from '../../contract/index.ts';
import { writeAtomically } from '../host/atomic-write.ts';
import type { Host } from '../host/host.ts';
import { seal, sealedBox, unseal } from './seal.ts';
import type { Vault } from './vault.ts';

const LABEL = 'passphrase file';

/** scrypt at about half a second and 128 MiB: RFC 7914 with the parameters OWASP recommends for stored secrets. */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;

const vaultFile = z.object({
  format: z.literal(1),
  kdf: z.object({
    name: z.literal('scrypt'),
    // Upper bounds, because a file from elsewhere must not be able to ask for all memory there is.
    N: z.literal([2 ** 14, 2 ** 15, 2 ** 16, 2 ** 17, 2 ** 18]),
    r: z.number().int().min(1).max(16),
    p: z.number().int().min(1).max(4),
    salt: z.base64().min(16),
  }),
  /** SHA-256 of the derived bytes that are not the key: tells a wrong passphrase from a damaged file. */
  check: z.base64(),
  box: sealedBox,
});

const contents = z.record(z.string(), z.string());

type VaultFile = z.infer<typeof vaultFile>;
type Header = Pick<VaultFile, 'format' | 'kdf' | 'check'>;

/**
 * The vault in one file: all accounts and secrets together, AES-256-GCM under a key that scrypt derives from the passphrase. There is no
 * file while there is no secret, so a first passphrase is free to choose. Rejects with `PASSPHRASE_WRONG`, or `VAULT_DAMAGED` where the
 * file is. `cost` is for tests.
 */
export async function openPassphraseVault(
  host: Host,
  path: string,
  passphrase: Secret,
  cost: { readonly N: number; readonly r: number; readonly p: number } = COST,
): Promise<Vault> {
  if (passphrase.reveal() === '') throw fail('INPUT_INVALID', { what: 'The passphrase is empty.' });
  const found = readVaultFile(host, path);
  const kdf =
    found?.kdf ?? vaultFile.shape.kdf.parse({ name: 'scrypt', ...cost, salt: host.randomBytes(16).toString('base64') });
  const derived = await derive(passphrase, kdf);
  const header: Header = { format: 1, kdf, check: derived.check.toString('base64') };
  if (found !== null && !timingSafeEqual(Buffer.from(found.check, 'base64'), derived.check)) {
    throw fail('PASSPHRASE_WRONG');
  }

  /** The file is read anew each time, so that two workspaces of one home can share it. */
  const read = (): Record<string, string> => {
    const file = readVaultFile(host, path);
    if (file === null) return {};
    if (file.kdf.salt !== kdf.salt) {
      throw fail('VAULT_LOCKED', {
        vault: LABEL,
        why: 'its passphrase was changed',
        fix: 'Unlock it with the new passphrase.',
      });
    }
    const plain = unseal(derived.key, purposeOf(header), file.box);
    if (plain === null) throw damaged(path, 'its content does not match its seal');
    return contents.parse(JSON.parse(plain.toString()));
  };
  const write = (secrets: Record<string, string>): void => {
    if (Object.keys(secrets).length === 0) {
      host.disk.remove(path);
      return;
    }
    const box = seal(host, derived.key, purposeOf(header), Buffer.from(JSON.stringify(secrets)));
    host.disk.makeFolder(dirname(path), 0o700);
    writeAtomically(host, path, `${JSON.stringify({ ...header, box } satisfies VaultFile)}\n`);
  };
  read();

  return {
    kind: 'passphrase',
    persistent: true,
    label: LABEL,
    get: async (account) => {
      const secret = read()[account];
      return secret === undefined ? null : new Secret(secret);
    },
    set: async (account, secret) => write({ ...read(), [account]: secret.reveal() }),
    delete: async (account) => {
      const { [account]: gone, ...rest } = read();
      if (gone !== undefined) write(rest);
    },
  };
}

/** The passphrase in the file that `SEALWIRE_PASSPHRASE_FILE` names, without its last line break; null where the variable is not set. */
export function passphraseFromEnvironment(host: Host): Secret | null {
  const path = host.env.SEALWIRE_PASSPHRASE_FILE;
  if (path === undefined || path === '') return null;
  const bytes = host.disk.read(path);
  if (bytes === null) {
    throw fail('VAULT_UNAVAILABLE', {
      vault: 'passphrase file',
      why: `SEALWIRE_PASSPHRASE_FILE names ${path}, and there is no such file`,
      fix: 'Create that file with the passphrase in it (mode 0600), or unset the variable.',
    });
  }
  return new Secret(bytes.toString().replace(/\r?\n$/, ''));
}

/** Whether there is a vault file. Throws `VAULT_DAMAGED` where there is one that no passphrase opens. */
export function hasVaultFile(host: Host, path: string): boolean {
  return readVaultFile(host, path) !== null;
}

function readVaultFile(host: Host, path: string): VaultFile | null {
  const bytes = host.disk.read(path);
  if (bytes === null) return null;
  try {
    return vaultFile.parse(JSON.parse(bytes.toString()));
  } catch (error) {
    throw damaged(path, 'it is not a vault file of this version', error);
  }
}

function damaged(path: string, why: string, cause?: unknown): Error {
  return fail('VAULT_DAMAGED', { path, why }, { cause });
}

/** Header fields are authenticated with the content, so that nobody can weaken them in the file. */
function purposeOf(header: Header): string {
  return `sealwire vault ${JSON.stringify([header.format, header.kdf.N, header.kdf.r, header.kdf.p, header.kdf.salt])}`;
}

function derive(passphrase: Secret, kdf: VaultFile['kdf']): Promise<{ key: Buffer; check: Buffer }> {
  const { N, r, p } = kdf;
  // NFC, so that a passphrase typed on macOS (which composes differently) opens the file elsewhere.
  const text = Buffer.from(passphrase.reveal().normalize('NFC'));
  return new Promise((resolve, reject) => {
    scrypt(text, Buffer.from(kdf.salt, 'base64'), 64, { N, r, p, maxmem: 256 * N * r }, (error, bytes) => {
      randomFillSync(text);
      if (error !== null) reject(error);
      else resolve({ key: bytes.subarray(0, 32), check: createHash('sha256').update(bytes.subarray(32)).digest() });
    });
  });
}
