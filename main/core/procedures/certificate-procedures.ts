import { fail, type Handlers } from '../../contract/index.ts';

type Names =
  | 'certificate.issueMany'
  | 'certificate.cancel'
  | 'certificate.renew'
  | 'certificate.revoke'
  | 'certificate.crl'
  | 'certificate.suggest'
  | 'certificate.check'
  | 'certificate.formats'
  | 'certificate.export'
  | 'authority.new'
  | 'authority.import'
  | 'authority.retire';

/** Procedures about authorities and certificates. */
export function certificateProcedures(): Pick<Handlers, Names> {
  const absent = async (): Promise<never> => {
    throw fail('PROCEDURE_UNKNOWN', { name: 'certificates' });
  };
  return {
    'certificate.issueMany': absent,
    'certificate.cancel': absent,
    'certificate.renew': absent,
    'certificate.revoke': absent,
    'certificate.crl': absent,
    'certificate.suggest': absent,
    'certificate.check': absent,
    'certificate.formats': absent,
    'certificate.export': absent,
    'authority.new': absent,
    'authority.import': absent,
    'authority.retire': absent,
  };
}
