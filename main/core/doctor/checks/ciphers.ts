import { type Check, passed, warned } from '../check.ts';
import { offerHello } from '../offer-hello.ts';
import type { TlsVersionName } from '../wire/client-hello.ts';
import { SUITES_12, suiteName } from '../wire/suites.ts';

/** How many weak suites are looked for: the server names one, which is then left out of the next offer. */
const MOST_ROUNDS = 4;

/** Whether the server takes suites that are broken, when it is offered nothing else. */
export const ciphers: Check = {
  id: 'ciphers',
  title: 'Cipher suites',
  needs: ['tls-versions'],
  run: async (it) => {
    const weak = await takenOf(
      it,
      SUITES_12.filter(({ strength }) => strength === 'weak').map(({ number }) => number),
    );
    if (weak.length > 0) {
      return warned(
        'The server takes cipher suites that are broken, when a client offers nothing better.',
        weak.map(suiteName).join(', '),
        'Leave ssl.cipher_suites out, which has good ones by itself; before a proxy, take RC4, 3DES, NULL and anonymous suites out of its list.',
      );
    }
    const old = await takenOf(
      it,
      SUITES_12.filter(({ strength }) => strength === 'old').map(({ number }) => number),
      1,
    );
    return old.length > 0
      ? passed(
          'No broken cipher suite is taken; some without forward secrecy are, where a client wants them.',
          old.map(suiteName).join(', '),
        )
      : passed('No broken cipher suite is taken, and none without forward secrecy.');
  },
};

async function takenOf(
  it: Parameters<typeof offerHello>[0],
  suites: readonly number[],
  rounds = MOST_ROUNDS,
): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const left = suites.filter((suite) => !taken.includes(suite));
    const found = await firstTaken(it, left);
    if (found === null) break;
    taken.push(found);
  }
  return taken;
}

/** TLS 1.2 first; what has none may have an older version. */
async function firstTaken(it: Parameters<typeof offerHello>[0], suites: readonly number[]): Promise<number | null> {
  const versions: readonly TlsVersionName[] = ['TLS 1.2', 'TLS 1.0'];
  for (const version of versions) {
    const { reply } = await offerHello(it, version, suites);
    if (reply?.kind === 'hello' && suites.includes(reply.suite)) return reply.suite;
  }
  return null;
}
