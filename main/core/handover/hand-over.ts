import { Secret, type ServerExport, type ServerPreview, type ServerWish } from '../../contract/index.ts';
import type { ServerMaterial } from './handover.ts';
import { type PlanParts, planServer, previewServer } from './plan-server.ts';
import { agentUrl } from './server-yml.ts';
import { tarArchive } from './tar-archive.ts';

const COVER = '••••••••';
/** Stands for a secret until it is covered; no file holds it otherwise. */
const STAND_IN = 'g-sealwire-stands-in-for-a-secret';
const STAND_IN_KEY = `-----BEGIN PRIVATE KEY-----\n${STAND_IN}\n-----END PRIVATE KEY-----\n`;

/** The files for a server. Rejects as `planServer` does, and nothing is made then. */
export async function handOver(parts: PlanParts, wish: ServerWish, isArchive: boolean): Promise<ServerExport> {
  const { target, plan, certificate } = await planServer(parts, wish);
  const { files, steps, notes } = target.write(plan, parts.host);
  const url = agentUrl(plan);
  const shared = { target: target.id, url, names: [...plan.names], steps: [...steps], notes: [...notes], certificate };
  if (!isArchive)
    return {
      ...shared,
      files: files.map(({ name, content, isSecret }) => ({
        name,
        mediaType: content instanceof Buffer || name.endsWith('.keystore') ? 'application/octet-stream' : 'text/plain',
        base64: Buffer.from(content).toString('base64'),
        isSecret,
      })),
    };
  const folder = `apm-server-${target.id}`;
  const bytes = tarArchive(
    files.map(({ name, content, isSecret }) => ({
      name: `${folder}/${name}`,
      bytes: Buffer.from(content),
      mode: isSecret ? 0o600 : 0o644,
    })),
    parts.host.now(),
  );
  const archive = {
    name: `${folder}.tar.gz`,
    mediaType: 'application/gzip',
    base64: bytes.toString('base64'),
    isSecret: true,
  };
  return { ...shared, files: [archive] };
}

/** The same files before anything is made, with every secret covered. */
export async function previewHandover(parts: PlanParts, wish: ServerWish): Promise<ServerPreview> {
  const material: ServerMaterial = {
    chain:
      wish.certificate.from === 'request'
        ? null
        : placeholder('CERTIFICATE', 'the certificate of the server, then those up to the root'),
    key: new Secret(STAND_IN_KEY),
    passphrase: wish.encryptKey ? new Secret(STAND_IN) : null,
    ca: wish.certificate.from === 'authority' ? placeholder('CERTIFICATE', 'the authority, which agents trust') : null,
    request: wish.certificate.from === 'request' ? placeholder('CERTIFICATE REQUEST', 'the request') : null,
    clientsCa: wish.clients === 'none' ? null : placeholder('CERTIFICATE', 'the authority of clients'),
  };
  const { target, plan } = await previewServer(parts, wish, new Secret(STAND_IN), material);
  const { files, steps, notes } = target.write(plan, parts.host);
  return {
    target: target.id,
    url: agentUrl(plan),
    names: [...plan.names],
    steps: [...steps],
    notes: [...notes],
    files: files.map(({ name, content, isSecret }) => {
      const isKeystore = name.endsWith('.keystore');
      return {
        name,
        isSecret,
        text: isKeystore ? null : covered(content.toString()),
        holds: isKeystore
          ? `The token as SECRET_TOKEN${wish.encryptKey ? ', and the passphrase of the key as KEY_PASSPHRASE' : ''}${wish.trial ? ', and the password of Elasticsearch as ES_PASSWORD' : ''}. The file is not readable as text.`
          : null,
      };
    }),
  };
}

function covered(text: string): string {
  const forms = [STAND_IN, Buffer.from(STAND_IN).toString('base64'), Buffer.from(STAND_IN_KEY).toString('base64')];
  return forms.reduce(
    (shown, form) => shown.replaceAll(form, COVER),
    text.replace(/^(ELASTIC_PASSWORD=).+$/m, `$1${COVER}`),
  );
}

function placeholder(label: string, what: string): string {
  return `-----BEGIN ${label}-----\n(${what})\n-----END ${label}-----\n`;
}
