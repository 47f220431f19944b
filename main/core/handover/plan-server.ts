import { createPrivateKey } from 'node:crypto';
import { fail, Secret, type ServerWish } from '../../contract/index.ts';
import { acceptedNames, withoutDoubles } from '../certificates/accepted-names.ts';
import { generateKeys } from '../certificates/key-pair.ts';
import { readServerName, type ServerName } from '../certificates/server-name.ts';
import { writeSigningRequest } from '../certificates/write-request.ts';
import type { ServerSettings } from '../endpoint/server-settings.ts';
import type { Host } from '../host/host.ts';
import type { Security } from '../parts.ts';
import { changedByReference } from '../server/changed-by-reference.ts';
import { makeToken } from '../tokens/make-token.ts';
import { checkGivenMaterial } from './given-material.ts';
import type { ServerMaterial, ServerPlan } from './handover.ts';
import type { HandoverTarget } from './handover-target.ts';
import { handoverTarget } from './handover-targets.ts';
import { type WrittenSetting, writtenSettings } from './server-settings-tree.ts';
import { readServerVersion } from './server-version.ts';
import { wishedSettings } from './wished-settings.ts';

export interface PlanParts {
  readonly host: Pick<Host, 'now' | 'randomBytes' | 'userId'>;
  readonly security: Pick<Security, 'issueCertificate' | 'exportMaterial' | 'showToken' | 'signable'>;
  /** What the endpoint goes by. */
  serverSettings(): ServerSettings;
}

/** A plan with its target. `certificate` is the id of the one that was issued for it. */
export interface PlannedServer {
  readonly target: HandoverTarget;
  readonly plan: ServerPlan;
  readonly certificate: string | null;
}

/**
 * Everything that a server is set up from, with its certificate issued, asked for or checked. Whatever is wrong with the wish is found before that. Rejects with `INPUT_INVALID`, `NAME_REFUSED`,
 * `CERTIFICATE_REFUSED`, `EXPORT_REFUSED`, `NOT_INITIALISED`, or the vault's problem.
 */
export async function planServer(parts: PlanParts, wish: ServerWish): Promise<PlannedServer> {
  const { draft, target } = await draftServer(parts, wish);
  const { material, certificate, names } = await materialFor(parts, wish, draft.names);
  return { target, certificate, plan: { ...draft, names, material: encrypted(parts.host, wish, material) } };
}

/** The same with `token` and `material` in place of real ones, so that nothing is made. */
export async function previewServer(
  parts: PlanParts,
  wish: ServerWish,
  token: Secret,
  material: ServerMaterial,
): Promise<Omit<PlannedServer, 'certificate'>> {
  const { draft, target } = await draftServer(parts, wish);
  const given = wish.certificate.from === 'given' ? checkedGiven(parts, wish, draft.names) : null;
  return {
    target,
    plan: {
      ...draft,
      token,
      names: given?.names ?? draft.names,
      material: { ...material, ca: given === null ? material.ca : given.material.ca },
    },
  };
}

/** The settings of a hand-over as they come into a file that is there, and what is to be known. Rejects as `planServer` does; nothing is made. */
export async function settingsToMerge(
  parts: PlanParts,
  wish: ServerWish,
): Promise<{ settings: readonly WrittenSetting[]; notes: string[] }> {
  const { draft, target } = await draftServer(parts, wish);
  if (target.places === null)
    throw fail('INPUT_INVALID', {
      what: `A hand-over for ${target.title} has no apm-server.yml of its own to merge into; --merge is for the targets standalone and systemd`,
    });
  const stand = new Secret('');
  const passphrase = wish.encryptKey ? stand : null;
  const plan = { ...draft, material: { chain: '', key: stand, passphrase, ca: null, request: null, clientsCa: '' } };
  const old =
    draft.version.major >= 8
      ? [
          'If the file has `secret_token` from before 8.0 still, take it out: the server passes it over, and it may hold a secret.',
        ]
      : [];
  return { settings: writtenSettings(plan, target.places(plan)), notes: old };
}

async function draftServer(
  parts: PlanParts,
  wish: ServerWish,
): Promise<{ target: HandoverTarget; draft: Omit<ServerPlan, 'material'> }> {
  const target = handoverTarget(wish.target);
  const version = readServerVersion(wish.version);
  if (version.major < target.since)
    throw fail('INPUT_INVALID', { what: `${target.title} is written for APM Server ${target.since} and later` });
  if (wish.certificate.from === 'request' && !target.takesRequest)
    throw fail('EXPORT_REFUSED', {
      what: `A hand-over for ${target.title}`,
      why: 'its manifests hold the certificate, which a signing request does not have yet',
      fix: 'Have the request signed first (`sealwire server export --csr`), then give what comes back with --cert and --key.',
    });
  if (wish.encryptKey && !target.takesPassphrase)
    throw fail('EXPORT_REFUSED', {
      what: `An encrypted key for ${target.title}`,
      why: 'there is no place for its passphrase',
      fix: 'Leave out --encrypt-key.',
    });
  if (wish.trial && target.id !== 'compose')
    throw fail('INPUT_INVALID', { what: 'Elasticsearch and Kibana to try it out come with the target compose alone' });
  const token = await parts.security.showToken();
  if (changedByReference(token, target.tokenPlace) !== null)
    throw fail('EXPORT_REFUSED', {
      what: `A hand-over for ${target.title}`,
      why: 'APM Server would read the active token as another text than it is, and agents would get 401',
      fix: 'Make a token that stays what it is: `sealwire token rotate`.',
    });
  const names = wishedNames(wish, target);
  if (wish.certificate.from === 'authority') acceptedNames(names, parts.security.signable(undefined));
  return {
    target,
    draft: {
      version,
      names,
      port: wish.port,
      elasticsearch: elasticsearchUrl(wish.elasticsearch),
      token,
      settings: wishedSettings(parts.serverSettings(), wish),
      clientAuthentication: wish.clients,
      protocols: wish.protocols === undefined || wish.protocols.length === 0 ? null : wish.protocols,
      trial: wish.trial,
    },
  };
}

function wishedNames(wish: ServerWish, target: HandoverTarget): string[] {
  const typed = wish.names.length > 0 || wish.certificate.from === 'given' ? wish.names : target.usualNames;
  if (typed.length === 0 && wish.certificate.from !== 'given')
    throw fail('INPUT_INVALID', {
      what: 'It is not said under which names or addresses agents reach the server (--name HOST, several times if need be)',
    });
  return readNames(typed).map(({ text }) => text);
}

function readNames(names: readonly string[]): ServerName[] {
  const read = names.map((input) => {
    const name = readServerName(input);
    if ('why' in name) throw fail('NAME_REFUSED', { name: input, ...name });
    return name;
  });
  return withoutDoubles(read);
}

async function materialFor(
  parts: PlanParts,
  wish: ServerWish,
  names: readonly string[],
): Promise<{ material: ServerMaterial; certificate: string | null; names: readonly string[] }> {
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

function checkedGiven(
  { host }: PlanParts,
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

/** The usual place where nothing is said. Credentials do not belong into a settings file. */
function elasticsearchUrl(text = 'http://localhost:9200'): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw fail('INPUT_INVALID', { what: 'The address of Elasticsearch is no URL such as https://elasticsearch:9200' });
  if (url.username !== '' || url.password !== '')
    throw fail('INPUT_INVALID', {
      what: 'The URL of Elasticsearch holds a user name or a password, which would stand in the settings file; keep them in the keystore',
    });
  return url.href.replace(/\/$/, '');
}
