import {
  type Authority,
  type Certificate,
  fail,
  type Handlers,
  type Push,
  type Status,
} from '../../main/contract/index.ts';
import * as data from './fake-ui-data.ts';

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

/** Authorities and certificates in memory, as the real core answers about them. */
export function certificateHandlers(
  world: { status: Status },
  change: (part: Partial<Status>, ...what: Extract<Push, { topic: 'changed' }>['what']) => void,
): Pick<Handlers, Names> {
  const list = (): Certificate[] => world.status.certificates;
  let made = 1;
  const idOf = (what: string): string => {
    made += 1;
    return `${what}-${made}`;
  };
  const found = (id: string): Certificate => {
    const certificate = list().find((each) => each.id === id);
    if (certificate === undefined)
      throw fail('NOT_FOUND', { what: 'certificate', id, fix: 'See `sealwire cert list`.' });
    return certificate;
  };
  const addAuthority = (authority: Authority): { authority: Authority; notes: string[] } => {
    const older = world.status.authorities.map((each) => ({ ...each, current: false, state: 'older' as const }));
    change({ authorities: [...older, authority] }, 'certificates', 'status');
    return { authority, notes: [] };
  };
  return {
    'certificate.list': async () => ({ certificates: list() }),
    'certificate.show': async ({ id }) => ({
      ...(list().find((certificate) => certificate.id === id) ?? data.certificate),
      pem: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
      subject: 'CN=localhost',
      issuer: `CN=${data.authority.commonName}`,
      text: [
        ['Serial number', data.certificate.serial],
        ['Use', 'server authentication'],
      ],
    }),
    'certificate.issue': async ({ names, kind, key, use, csr }) => {
      const inUse = use && kind === 'server' && csr === undefined;
      const issued = { ...data.certificate, id: idOf('leaf'), names, shownNames: names, kind, key, inUse };
      const others = inUse ? list().map((certificate) => ({ ...certificate, inUse: false })) : list();
      change({ certificates: [...others, issued] }, 'certificates');
      return issued;
    },
    'certificate.issueMany': async ({ wishes }) => {
      const issued = wishes.map(({ names, kind, key }) => ({
        ...data.certificate,
        id: idOf('leaf'),
        names,
        shownNames: names,
        kind,
        key,
        inUse: false,
      }));
      change({ certificates: [...list(), ...issued] }, 'certificates');
      return { certificates: issued, milliseconds: 2 * issued.length };
    },
    'certificate.cancel': async () => ({ cancelled: false }),
    'certificate.renew': async ({ id }) => {
      const old = found(id);
      const issued = { ...old, id: idOf('leaf'), renews: id, daysLeft: 396 };
      const others = list().map((each) =>
        each.id === id ? { ...each, inUse: false, state: 'renewed' as const, renewedBy: issued.id } : each,
      );
      change({ certificates: [...others, issued] }, 'certificates');
      return issued;
    },
    'certificate.revoke': async ({ id, reason }) => {
      const revoked = {
        ...found(id),
        state: 'revoked' as const,
        revokedAt: data.ago(0),
        revocationReason: reason,
      };
      change({ certificates: list().map((each) => (each.id === id ? revoked : each)) }, 'certificates');
      return revoked;
    },
    'certificate.crl': async ({ format }) => ({
      file: { name: `ca.crl.${format}`, mediaType: 'application/pkix-crl', base64: 'AAAA', isSecret: false },
      entries: list().filter(({ state }) => state === 'revoked').length,
      nextUpdate: data.certificate.notAfter,
    }),
    'certificate.suggest': async () => ({
      names: [
        {
          name: 'localhost',
          shown: 'localhost',
          reason: 'applications on this machine',
          source: 'host',
          recommended: true,
          refusal: null,
        },
        {
          name: '10.0.2.2',
          shown: '10.0.2.2',
          reason: 'this machine, seen from the Android emulator',
          source: 'emulator',
          recommended: false,
          refusal: null,
        },
      ],
    }),
    'certificate.check': async ({ names }) => ({
      names: names.map((name) => ({ input: name, name, shown: name, kind: 'dns', refusal: null })),
    }),
    'certificate.formats': async () => ({
      formats: [
        {
          id: 'pem',
          title: 'PEM',
          audience: 'most programs',
          mediaType: 'application/x-pem-file',
          extension: '.pem',
          privateKey: 'optional',
          passphrase: 'optional',
        },
        {
          id: 'chain',
          title: 'Full chain',
          audience: 'most programs',
          mediaType: 'application/x-pem-file',
          extension: '.pem',
          privateKey: 'optional',
          passphrase: 'optional',
        },
      ],
    }),
    'certificate.export': async ({ alias = 'localhost' }) => ({
      files: [
        { name: `${alias}.pem`, mediaType: 'application/x-pem-file', base64: btoa('certificate\n'), isSecret: false },
        { name: `${alias}.key.pem`, mediaType: 'application/x-pem-file', base64: btoa('key\n'), isSecret: true },
      ],
      notes: [],
    }),
    'authority.list': async () => ({ authorities: world.status.authorities }),
    'authority.new': async ({ constraints, twoTier, key }) =>
      addAuthority({
        ...data.authority,
        id: idOf('ca'),
        nameConstrained: constraints,
        structure: twoTier ? 'two-tier' : 'root',
        key,
      }),
    'authority.import': async () => addAuthority({ ...data.authority, id: idOf('ca'), structure: 'imported' }),
    'authority.retire': async ({ id }) => {
      const retired = { ...data.authority, id, current: false, state: 'retired' as const, retiredAt: data.ago(0) };
      const authorities = world.status.authorities.map((each) => (each.id === id ? retired : each));
      change({ authorities }, 'certificates', 'status');
      return { authority: retired, notes: [] };
    },
  };
}
