import type { DoctorDetail } from '../../../contract/index.ts';
import { type Check, failed, passed, warned } from '../check.ts';
import { offerHello } from '../offer-hello.ts';
import { type TlsVersionName, VERSION_NUMBERS } from '../wire/client-hello.ts';
import { SUITES_12, SUITES_13, suiteName } from '../wire/suites.ts';

const VERSIONS: readonly TlsVersionName[] = ['TLS 1.3', 'TLS 1.2', 'TLS 1.1', 'TLS 1.0'];
const OLD: readonly TlsVersionName[] = ['TLS 1.1', 'TLS 1.0'];

/** Which versions of TLS the server takes, each asked for by itself. */
export const tlsVersions: Check = {
  id: 'tls-versions',
  title: 'Versions of TLS',
  needs: ['tls'],
  run: async (it) => {
    const replies = await Promise.all(
      VERSIONS.map(async (version) => {
        const suites = (version === 'TLS 1.3' ? SUITES_13 : SUITES_12).map(({ number }) => number);
        return { version, ...(await offerHello(it, version, suites)) };
      }),
    );
    const taken = replies.flatMap(({ version, reply }) =>
      reply?.kind === 'hello' && reply.version === VERSION_NUMBERS[version] ? [{ version, suite: reply.suite }] : [],
    );
    const names = taken.map(({ version }) => version);
    const details = replies.map(({ version, said }): DoctorDetail => {
      const found = taken.find((each) => each.version === version);
      const isOld = OLD.includes(version);
      if (found === undefined) return { what: version, state: 'ok', text: `refused: ${said}` };
      return { what: version, state: isOld ? 'warning' : 'ok', text: `taken, with ${suiteName(found.suite)}` };
    });
    const evidence = taken.map(({ version, suite }) => `${version} with ${suiteName(suite)}`).join('; ');
    if (!names.some((version) => !OLD.includes(version))) {
      return failed(
        names.length === 0
          ? 'The server takes no version of TLS that was offered.'
          : `The server takes ${names.join(' and ')} alone, which agents refuse: they want TLS 1.2 or 1.3.`,
        evidence,
        'Switch TLS 1.2 and 1.3 on (ssl.supported_protocols: [TLSv1.2, TLSv1.3]).',
        details,
      );
    }
    const old = names.filter((version) => OLD.includes(version));
    if (old.length > 0) {
      return warned(
        `The server also takes ${old.join(' and ')}, which nobody should speak any more (RFC 8996).`,
        evidence,
        'Leave it out (ssl.supported_protocols: [TLSv1.2, TLSv1.3]); no agent needs it.',
        details,
      );
    }
    return passed(`The server takes ${names.join(' and ')}.`, evidence, details);
  },
};
