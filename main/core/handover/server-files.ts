import { Secret } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';
import { sealKeystore } from '../server/keystore-format.ts';
import type { HandoverFile, ServerPlan } from './handover.ts';
import { PASSPHRASE_KEY, TOKEN_KEY } from './server-yml.ts';

/** The keystore with the token, and the passphrase of the key where it has one; where the server looks for it in its own folder (reference F). */
export function keystoreFile(
  plan: ServerPlan,
  host: Pick<Host, 'randomBytes'>,
  more: readonly [string, Secret][] = [],
): HandoverFile {
  const { passphrase } = plan.material;
  const entries: [string, Secret][] = [
    [TOKEN_KEY, plan.token],
    ...(passphrase === null ? [] : [[PASSPHRASE_KEY, passphrase] satisfies [string, Secret]]),
    ...more,
  ];
  const content = sealKeystore(new Map(entries), (length) => host.randomBytes(length));
  return { name: 'data/apm-server.keystore', content, isSecret: true };
}

/** Certificate, key and authorities in a folder `certs`; with a request where the certificate is still to come. */
export function certificateFiles({ material, clientAuthentication }: ServerPlan): HandoverFile[] {
  const open = (name: string, content: string | null): HandoverFile[] =>
    content === null ? [] : [{ name, content, isSecret: false }];
  return [
    ...open('certs/apm-server.crt', material.chain),
    ...open('certs/apm-server.csr', material.request),
    { name: 'certs/apm-server.key', content: material.key.reveal(), isSecret: true },
    ...open('certs/ca.crt', material.ca),
    ...open('certs/clients-ca.crt', clientAuthentication === 'none' ? null : material.clientsCa),
  ];
}

/** A Kubernetes manifest holds its secrets in base64, which hides nothing: such a file is for its owner alone. */
export function base64(text: string | Secret): string {
  return Buffer.from(text instanceof Secret ? text.reveal() : text).toString('base64');
}
