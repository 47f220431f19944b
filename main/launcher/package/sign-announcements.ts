import { createPrivateKey, sign } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from '../setup-failure.mjs';

/**
 * Writes `latest….yml.sig` beside every `latest….yml` of `folder`: the Ed25519 signature over its bytes in base64, without which no installed Sealwire
 * believes it (main/shell/updates/signed-provider.ts). `keyFile` holds the private key as PEM; `assets/update-key.pem` is its public half. Returns the paths.
 */
export function signAnnouncements(folder: string, keyFile: string): string[] {
  const key = privateKeyIn(keyFile);
  return readdirSync(folder)
    .filter((name) => /^latest.*\.yml$/.test(name))
    .map((name) => {
      const path = join(folder, `${name}.sig`);
      writeFileSync(path, `${sign(null, readFileSync(join(folder, name)), key).toString('base64')}\n`);
      return path;
    });
}

function privateKeyIn(keyFile: string): ReturnType<typeof createPrivateKey> {
  try {
    const key = createPrivateKey(readFileSync(keyFile));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Not there, not readable, or not a key: one sentence for all three.
  }
  throw new SetupFailure(
    `SEALWIRE_PACKAGE_UPDATE_KEY names ${keyFile}, which is no Ed25519 private key in PEM.`,
    'Make one with `openssl genpkey -algorithm ed25519 -out FILE`, and put its public half into assets/update-key.pem (`openssl pkey -in FILE -pubout`).',
  );
}
