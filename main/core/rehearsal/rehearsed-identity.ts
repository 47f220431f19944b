import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { fail, Secret } from '../../contract/index.ts';
import { presentable } from '../certificates/presentable.ts';
import type { ServerIdentity } from '../endpoint/ports.ts';

/**
 * A certificate that somebody means to use, ready to be presented. Throws `REHEARSAL_REFUSED` for what is no certificate in PEM, no key without a passphrase, or a key that is not its own.
 */
export function rehearsedIdentity({ chain, key }: { readonly chain: string; readonly key: string }): ServerIdentity {
  const leaf = readLeaf(chain);
  const privateKey = readKey(key);
  if (!leaf.checkPrivateKey(privateKey)) {
    throw fail('REHEARSAL_REFUSED', {
      why: 'The key does not belong to the first certificate of that file.',
      fix: 'Name the key that the certificate was made for, and put the certificate of the server first.',
    });
  }
  return presentable(chain, new Secret(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()));
}

function readLeaf(chain: string): X509Certificate {
  try {
    return new X509Certificate(chain);
  } catch (error) {
    throw fail(
      'REHEARSAL_REFUSED',
      { why: 'That file holds no certificate in PEM.', fix: 'Name the PEM file of the certificate, its own first.' },
      { cause: error },
    );
  }
}

function readKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (error) {
    throw fail(
      'REHEARSAL_REFUSED',
      {
        why: 'That file holds no private key that can be read.',
        fix: 'Name a PEM file with the key, without a passphrase.',
      },
      { cause: error },
    );
  }
}
