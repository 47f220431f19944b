import { fail, Secret, type ServerWish } from '../../contract/index.ts';
import { acceptedNames } from '../certificates/accepted-names.ts';
import type { ServerSettings } from '../endpoint/server-settings.ts';
import type { Host } from '../host/host.ts';
import type { Security } from '../parts.ts';
import { changedByReference } from '../server/changed-by-reference.ts';
import type { ServerMaterial, ServerPlan } from './handover.ts';
import type { HandoverTarget } from './handover-target.ts';
import { handoverTarget } from './handover-targets.ts';
import { checkedGiven, materialFor, readNames } from './server-material.ts';
import { type WrittenSetting, writtenSettings } from './server-settings-tree.ts';
import { readServerVersion } from './server-version.ts';
import { wishedSettings } from './wished-settings.ts';

export interface PlanParts {
  readonly host: Pick<Host, 'now' | 'randomBytes' | 'userId'>;
  readonly security: Pick<Security, 'issueCertificate' | 'exportMaterial' | 'showToken' | 'signable'>;
  /** What the endpoint goes by. */
  serverSettings(): ServerSettings;
}

/** Stands where certificate and key come, for what does not depend on them. */
const NO_MATERIAL: ServerMaterial = {
  chain: '',
  key: new Secret(''),
  passphrase: null,
  ca: null,
  request: null,
  clientsCa: '',
};

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
  // What a target has no way to write is found while nothing is issued yet.
  target.write({ ...draft, material: NO_MATERIAL }, parts.host);
  const { material, certificate, names } = await materialFor(parts, wish, draft.names);
  return { target, certificate, plan: { ...draft, names, material } };
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
  const passphrase = wish.encryptKey ? new Secret('') : null;
  const plan = { ...draft, material: { ...NO_MATERIAL, passphrase } };
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
