import { posix } from 'node:path';
import { z } from 'zod';
import { asSealwireError } from '../../../contract/index.ts';
import { USUAL_FOR_JAVA } from '../../export/passphrase-rule.ts';
import { sumOf } from '../certificate-text.ts';
import { editKeystore, removeFromKeystore } from '../java/edit-keystore.ts';
import { findJavas, type Java } from '../java/find-javas.ts';
import { keystoreEntries } from '../java/keytool.ts';
import { storeFailed } from '../store-failed.ts';
import type { Surroundings } from '../surroundings.ts';
import type { StorePlace, StoreReader, TrustedAuthority, TrustStoreKind } from '../trust-store.ts';

const KIND = 'trust-java';
const javaChange = z.looseObject({
  kind: z.literal(KIND),
  path: z.string(),
  alias: z.string(),
  fingerprint256: z.string(),
});

/** The store of authorities of every Java found here; installations that share one are one store. */
export const store: TrustStoreKind = {
  kind: KIND,
  find: async (around) => {
    const javas = await findJavas(around);
    const keystores = [...new Set(javas.map(({ keystore }) => keystore))];
    return keystores.map((keystore) => {
      const sharing = javas.filter((java) => java.keystore === keystore);
      const others = javas.filter((java) => java.keystore !== keystore);
      return placeOf(around, keystore, sharing, keytoolsOf([...sharing, ...others]));
    });
  },
  undo: async (around, change) => {
    const { path, alias, fingerprint256 } = javaChange.parse(change);
    if (around.host.disk.facts(path) === null) return `${path} is gone, and with it what Sealwire had put there.`;
    const javas = await findJavas(around);
    const own = javas.filter(({ keystore }) => keystore === path);
    const keytools = keytoolsOf([...own, ...javas.filter((java) => !own.includes(java))]);
    const isRemoved = await removeFromKeystore(around, {
      title: 'Java',
      keystore: path,
      alias,
      fingerprint256,
      keytools,
    });
    return isRemoved ? `The alias ${alias} is out of ${path}.` : `The alias ${alias} was not in ${path} any more.`;
  },
};

function placeOf(
  around: Surroundings,
  keystore: string,
  javas: readonly Java[],
  keytools: readonly string[],
): StorePlace {
  const { host, isAdmin } = around;
  const owner = javas.find(({ home }) => keystore.startsWith(home));
  const versions = javas.map(({ version, home }) => version ?? posix.basename(home));
  const title = `Java ${[...new Set(versions)].join(' and ')}`;
  const isOwn = host.userId === null || host.disk.facts(keystore)?.ownerId === host.userId;
  const entriesOf = () => keystoreEntries(around, keytools, { title, path: keystore });
  const aliasOf = ({ tag }: TrustedAuthority): string => `sealwire:${tag}`;

  return {
    facts: {
      id: `java:${owner?.home ?? keystore}`,
      title,
      path: keystore,
      group: 'java',
      needs: isOwn && !isAdmin ? 'user' : 'admin',
      serves: versions.map((version) => `Java ${version}`),
      isProven: host.platform === 'linux',
    },
    canChange: isAdmin || isOwn,
    look: async (authority) => {
      const seen = sumOf(host.disk.read(keystore));
      try {
        const found = (await entriesOf()).filter(({ fingerprint256 }) => fingerprint256 === authority.fingerprint256);
        const names = found.map(({ alias }) => alias);
        const evidence =
          names.length === 0
            ? `${keystore} does not hold the authority.`
            : `${keystore} holds it as ${names.join(' and ')}.`;
        const isOurs = names.includes(aliasOf(authority));
        return { isHere: true, isInstalled: names.length > 0, isOurs, evidence, problem: null, seen };
      } catch (error) {
        const { message, fix } = asSealwireError(error);
        return { isHere: false, isInstalled: false, isOurs: false, evidence: message, problem: { message, fix }, seen };
      }
    },
    intend: async (authority) => ({
      kind: KIND,
      path: keystore,
      alias: aliasOf(authority),
      fingerprint256: authority.fingerprint256,
    }),
    installing: (change, authority) => {
      const { alias } = javaChange.parse(change);
      const named = ['-alias', alias, '-file', authority.path, '-keystore', keystore, '-storepass', USUAL_FOR_JAVA];
      return {
        does: [`Add the certificate of the authority to ${keystore} as ${alias}`],
        commands: [{ file: keytools[0] ?? 'keytool', args: ['-importcert', '-noprompt', ...named] }],
        files: [{ path: keystore, change: 'change' }],
        asks: '',
      };
    },
    uninstalling: (change) => {
      const { alias } = javaChange.parse(change);
      const named = ['-alias', alias, '-keystore', keystore, '-storepass', USUAL_FOR_JAVA];
      return {
        does: [`Take ${alias} out of ${keystore}`],
        commands: [{ file: keytools[0] ?? 'keytool', args: ['-delete', ...named] }],
        files: [{ path: keystore, change: 'change' }],
        asks: '',
      };
    },
    make: async (change, authority) => {
      const { alias, fingerprint256 } = javaChange.parse(change);
      const args = ['-importcert', '-noprompt', '-alias', alias, '-file', authority.path];
      try {
        await editKeystore(around, { title, path: keystore, keytools }, args);
      } catch (error) {
        // keytool refuses an alias that is there; after an interruption that is what was wanted.
        const there = (await entriesOf()).find((entry) => entry.alias === alias);
        if (there === undefined) throw error;
        if (there.fingerprint256 === fingerprint256) return;
        const why = `${keystore} has another certificate as ${alias}`;
        throw storeFailed(title, why, 'Delete that alias and try again.');
      }
    },
    readers: () => javas.flatMap((java) => readerOf(java)),
    lines: () => [],
  };
}

/** keytool fetches a revocation list from where it is told to, with the TLS and the store of its Java; so nothing needs to be compiled, and a JRE will do. */
function readerOf({ version, home, keytool }: Java): StoreReader[] {
  if (keytool === null) return [];
  const client = `Java ${version ?? posix.basename(home)}`;
  return [{ client, program: keytool, versionArgs: null, fetch: (url) => ({ args: ['-printcrl', '-file', url] }) }];
}

function keytoolsOf(javas: readonly Java[]): string[] {
  return javas.flatMap(({ keytool }) => keytool ?? []);
}
