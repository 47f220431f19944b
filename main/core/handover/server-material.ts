import { createPrivateKey } from 'node:crypto';
import { fail, Secret, type ServerWish } from '../../contract/index.ts';
import { withoutDoubles } from '../certificates/accepted-names.ts';
import { generateKeys } from '../certificates/key-pair.ts';
import { readServerName, type ServerName } from '../certificates/server-name.ts';
import { writeSigningRequest } from '../certificates/write-request.ts';
import type { Host } from '../host/host.ts';
import type { Security } from '../parts.ts';
import { makeToken } from '../tokens/make-token.ts';
import { checkGivenMaterial } from './given-material.ts';
import type { ServerMaterial } from './handover.ts';

interface MaterialParts {
  readonly host: Pick<Host, 'now' | 'randomBytes'>;
  readonly security: Pick<Security, 'issueCertificate' | 'exportMaterial'>;
}

interface NamedMaterial {
  readonly material: ServerMaterial;
  readonly certificate: string | null;
  readonly names: readonly string[];
}

/** Names as they stand in a certificate, without doubles; throws `NAME_REFUSED`. */
export function readNames(names: readonly string[]): ServerName[] {
  const read = names.map((input) => {
    const name = readServerName(input);
    if ('why' in name) throw fail('NAME_REFUSED', { name: input, ...name });
    return name;
  });
  return withoutDoubles(read);
}

/** Certificate and key for these names: issued, asked for, or what was given. `certificate` is the id of the one that was issued. Rejects as the workspace does, or with `CERTIFICATE_REFUSED`. */
export async function materialFor(
  parts: MaterialParts,
  wish: ServerWish,
  names: readonly string[],
): Promise<NamedMaterial> {
  const plain = await plainMaterial(parts, wish, names);
  return { ...plain, material: encrypted(parts.host, wish, plain.material) };
}

async function plainMaterial(parts: MaterialParts, wish: ServerWish, names: readonly string[]): Promise<NamedMaterial> {
  const { security } = parts;
  const clientsCa = wish.clients === 'none' ? null : (await security.exportMaterial(null)).authorities.join('');
  const rest = { passphrase: null, clientsCa };
  if (wish.certificate.from === 'given') {
    const { material, names: covered } = checkedGiven(parts, wish, names);
    return { certificate: null, names: covered, material: { ...material, ...rest, request: null } };
  }
  if (wish.certificate.from === 'request') {
    const keys = await generateKeys('ec-p256');
    const request = writeSigningRequest(
      readNames(names).map(({ general }) => general),
      keys,
    );
    const key = new Secret(keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    return { certificate: null, names, material: { ...rest, chain: null, key, ca: null, request } };
  }
  const { id } = await security.issueCertificate({ names: [...names], kind: 'server', key: 'ec-p256', use: false });
  const { certificate, chain, authorities, privateKey } = await security.exportMaterial(id);
  if (certificate === null || privateKey === null) throw fail('INTERNAL', { why: 'what was just issued is not there' });
  const key =
    'reveal' in privateKey ? privateKey : new Secret(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return {
    certificate: id,
    names,
    material: { ...rest, chain: [certificate, ...chain].join(''), key, ca: authorities.join(''), request: null },
  };
}

/** What was given, checked; `names` are those that it is for. Throws `CERTIFICATE_REFUSED`. */
export function checkedGiven(
  { host }: Pick<MaterialParts, 'host'>,
  { certificate: given }: ServerWish,
  names: readonly string[],
): { material: Pick<ServerMaterial, 'chain' | 'key' | 'ca'>; names: readonly string[] } {
  if (given.from !== 'given') throw fail('INTERNAL', { why: 'no certificate was given' });
  const text = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');
  const checked = checkGivenMaterial(
    host,
    {
      certificate: text(given.certificate),
      key: text(given.key),
      ca: given.ca === undefined ? null : text(given.ca),
      passphrase: given.passphrase ?? '',
    },
    names,
  );
  return { material: checked, names: names.length > 0 ? names : checked.names };
}

/** PBES2 with AES-256, which the real server opens; the passphrase is one that it takes for nothing but a text. */
function encrypted(host: Pick<Host, 'randomBytes'>, wish: ServerWish, material: ServerMaterial): ServerMaterial {
  if (!wish.encryptKey) return material;
  const passphrase = makeToken(host);
  const pem = createPrivateKey(material.key.reveal()).export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: passphrase.reveal(),
  });
  return { ...material, key: new Secret(pem.toString()), passphrase };
}
