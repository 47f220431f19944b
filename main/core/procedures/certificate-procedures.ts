import { fail, type Handlers, type ProcedureInput, type Push, Secret } from '../../contract/index.ts';
import { pemOf } from '../authority/pem-of.ts';
import { permittedNames } from '../authority/permitted-names.ts';
import { readDomain } from '../authority/read-domain.ts';
import { checkNames } from '../certificates/check-names.ts';
import { suggestNames } from '../certificates/suggest-names.ts';
import { ownHostName } from '../certificates/suggested-names.ts';
import { EXPORT_FORMATS, exportFormat } from '../export/export-formats.ts';
import type { ExistingTruststore } from '../export/merge-truststore.ts';
import { USUAL_FOR_JAVA } from '../export/passphrase-rule.ts';
import type { Host } from '../host/host.ts';
import type { Security } from '../parts.ts';
import { openJobs } from './jobs.ts';

type Names =
  | 'certificate.list'
  | 'certificate.show'
  | 'certificate.issue'
  | 'certificate.issueMany'
  | 'certificate.cancel'
  | 'certificate.renew'
  | 'certificate.revoke'
  | 'certificate.crl'
  | 'certificate.suggest'
  | 'certificate.check'
  | 'certificate.formats'
  | 'certificate.export'
  | 'authority.list'
  | 'authority.new'
  | 'authority.import'
  | 'authority.retire';

/** Procedures about authorities and certificates. */
export function certificateProcedures(parts: {
  readonly host: Host;
  readonly security: Security;
  /** Folder in which Sealwire was started; Compose services are looked for there. */
  readonly startedIn: string;
  /** The file of a Java's store by its id among the trust stores. Throws `NOT_FOUND`. */
  javaKeystore(id: string): Promise<string>;
  push(push: Push): void;
}): Pick<Handlers, Names> {
  const { host, security } = parts;
  const jobs = openJobs(parts.push);
  const secretOf = (text: string | undefined): Secret | null => (text === undefined ? null : new Secret(text));
  return {
    'certificate.list': async () => ({ certificates: security.certificates() }),
    'certificate.show': async ({ id }) => security.showCertificate(id),
    'certificate.issue': async ({ csr, ...wish }) =>
      security.issueCertificate(csr === undefined ? wish : { ...wish, csr: Buffer.from(csr.base64, 'base64') }),
    'certificate.issueMany': ({ job, wishes }) =>
      jobs.run(job, wishes.length, async (signal, didIssue) => {
        const startedAt = performance.now();
        const certificates = await security.issueMany(wishes, signal, didIssue);
        return { certificates, milliseconds: performance.now() - startedAt };
      }),
    'certificate.cancel': async ({ job }) => ({ cancelled: jobs.cancel(job) }),
    'certificate.renew': async ({ id, sameKey }) => security.renewCertificate(id, { sameKey }),
    'certificate.revoke': async ({ id, reason }) => security.revokeCertificate(id, reason),
    'certificate.crl': async ({ authority, format }) => {
      const { der, entries, nextUpdate, authority: id } = await security.revocationList(authority);
      const bytes = format === 'der' ? der : Buffer.from(pemOf('X509 CRL', der));
      return {
        file: {
          name: `authority-${id}.crl${format === 'der' ? '' : '.pem'}`,
          mediaType: format === 'der' ? 'application/pkix-crl' : 'application/x-pem-file',
          base64: bytes.toString('base64'),
          isSecret: false,
        },
        entries,
        nextUpdate: nextUpdate.toISOString(),
      };
    },
    'certificate.suggest': async ({ folder = parts.startedIn }) => ({
      names: suggestNames(host, folder, security.signable(undefined)),
    }),
    'certificate.check': async ({ names, kind, authority, planned }) => {
      if (planned === undefined) return { names: checkNames(names, kind, security.signable(authority)) };
      const domains = planned.domains.map(readDomain);
      const permitted = planned.constraints ? permittedNames(ownHostName(host), domains) : null;
      return { names: checkNames(names, kind, { permitted }) };
    },
    'certificate.formats': async () => ({
      formats: EXPORT_FORMATS.map(
        ({ id, title, audience, mediaType, extension, privateKey, passphrase, canMerge }) => ({
          id,
          title,
          audience,
          mediaType,
          extension,
          privateKey,
          passphrase: passphrase.kind,
          canMerge,
        }),
      ),
    }),
    'certificate.export': async ({ what, id, format: formatId, passphrase, alias, mergeWith }) => {
      const format = exportFormat(formatId);
      if (mergeWith !== undefined && !format.canMerge)
        throw fail('EXPORT_REFUSED', {
          what: format.title,
          why: 'it has no place for the entries of another store',
          fix: 'Export a Java truststore: jks or java-truststore.',
        });
      const material = await materialFor(security, what, id);
      const named = alias === undefined ? material : { ...material, name: alias };
      const options = { passphrase: secretOf(passphrase), mergeWith: await existingStore(parts, mergeWith) };
      const files = await format.write(named, options, host);
      return {
        files: files.map(({ name, bytes, mode }) => ({
          name,
          mediaType: format.mediaType,
          base64: bytes.toString('base64'),
          isSecret: mode === 0o600,
        })),
        notes:
          named.privateKey === null && what === 'certificate' && format.privateKey !== 'never'
            ? ['The private key is not here: it is where the signing request was made.']
            : [],
      };
    },
    'authority.list': async () => ({ authorities: security.authorities() }),
    'authority.new': async (wish) => security.newAuthority(wish),
    'authority.import': async ({ files, passphrase }) => security.importAuthority(files, secretOf(passphrase)),
    'authority.retire': async ({ id }) => security.retireAuthority(id),
  };
}

async function existingStore(
  { host, javaKeystore }: { readonly host: Host; javaKeystore(id: string): Promise<string> },
  given: ProcedureInput<'certificate.export'>['mergeWith'],
): Promise<ExistingTruststore | null> {
  if (given === undefined) return null;
  const passphrase = new Secret(USUAL_FOR_JAVA);
  if (!('store' in given)) return { what: given.name, bytes: Buffer.from(given.base64, 'base64'), passphrase };
  const path = await javaKeystore(given.store);
  const bytes = host.disk.read(path);
  if (bytes === null) throw fail('NOT_FOUND', { what: 'file', id: path, fix: 'See `sealwire trust list`.' });
  return { what: path, bytes, passphrase };
}

async function materialFor(
  security: Security,
  what: 'certificate' | 'ca',
  id: string | undefined,
): ReturnType<Security['exportMaterial']> {
  if (what === 'ca') return id === undefined ? security.exportMaterial(null) : security.authorityMaterial(id);
  if (id !== undefined) return security.exportMaterial(id);
  throw fail('INPUT_INVALID', { what: 'Which certificate is to be exported is not said.' });
}
