import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { issueAuthority } from '../main/core/authority/issue-authority.ts';
import { permittedNames } from '../main/core/authority/permitted-names.ts';
import { issueServerCertificate } from '../main/core/certificates/issue-server-certificate.ts';
import { realHost } from '../main/core/host/real-host.ts';
import { type Bench, type Finding, median } from './bench.ts';
import { openMkcert } from './load/mkcert.ts';

const NAMES = ['localhost', '127.0.0.1', '::1'];
const RSA_RUNS = 41;
const MKCERT_RUNS = 21;

/** An RSA-2048 certificate beside a bare RSA-2048 key, and an authority with a first certificate beside mkcert's. Finding primes takes a different time each time, so the two are taken in turn. */
export const bench: Bench = {
  name: 'certificates in process',
  target: 'RSA-2048 ≤ 1.1 × bare key; authority and leaf ≤ 0.5 × mkcert',
  run: async () => {
    const host = realHost();
    const permitted = permittedNames(host.hostname, []);
    const authority = await issueAuthority(host, { commonName: 'Sealwire bench', permitted });
    const generate = promisify(generateKeyPair);
    const [bare, leaf]: [number[], number[]] = [[], []];
    for (let run = 0; run < RSA_RUNS; run += 1) {
      bare.push(await msOf(() => generate('rsa', { modulusLength: 2048 })));
      leaf.push(
        await msOf(() => issueServerCertificate(host, { ...authority, permitted }, NAMES, { key: 'rsa-2048' })),
      );
    }
    const rsa: Finding = {
      name: 'an RSA-2048 server certificate',
      figure: median(leaf),
      unit: 'ms',
      peer: { name: 'bare key pair', figure: median(bare) },
    };
    const mkcert = openMkcert();
    const both: number[] = [];
    const theirs: number[] = [];
    for (let run = 0; run < MKCERT_RUNS; run += 1) {
      both.push(await msOf(() => makeBoth(host, permitted)));
      if (mkcert !== null) theirs.push(mkcert.issueMs([], true));
    }
    mkcert?.remove();
    return [
      rsa,
      {
        name: 'an authority and a server certificate',
        figure: median(both),
        unit: 'ms',
        ...(mkcert === null
          ? { note: 'mkcert is not installed' }
          : { peer: { name: 'mkcert, CA and leaf, whole process', figure: median(theirs) } }),
      },
    ];
  },
};

async function makeBoth(host: ReturnType<typeof realHost>, permitted: readonly string[]): Promise<void> {
  const made = await issueAuthority(host, { commonName: 'Sealwire bench', permitted });
  await issueServerCertificate(host, { ...made, permitted }, NAMES);
}

async function msOf(action: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await action();
  return performance.now() - startedAt;
}
