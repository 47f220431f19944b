import { join } from 'node:path';
import { type ChangedTopic, fail, type Handlers } from '../../contract/index.ts';
import type { AgentDefinition } from '../agents/definition.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import type { UndoSteps } from '../ledger/plan-undo.ts';
import type { Undoers } from '../ledger/undo.ts';
import type { Ledger, Security } from '../parts.ts';
import { trustAdvice } from '../trust/advice.ts';
import { openChecksBook } from '../trust/checks-book.ts';
import { changeName } from '../trust/leftovers.ts';
import { surroundingsOf } from '../trust/surroundings.ts';
import type { Trust } from '../trust/trust.ts';
import { authorityShown, currentAuthority, NO_AUTHORITY, trustedAuthority } from '../trust/trusted-authority.ts';

type Names = 'trust.list' | 'trust.plan' | 'trust.install' | 'trust.uninstall' | 'trust.check';

/** What of trust the rest of the core needs. */
export interface TrustProcedures {
  readonly handlers: Pick<Handlers, Names>;
  /** Stores are loaded when they are first needed: most commands never do. */
  undoers(): Promise<Undoers>;
  /** The file of a Java's store by its id in `trust.list`. Throws `NOT_FOUND`. */
  javaKeystore(id: string): Promise<string>;
  /** What taking one change of the ledger back would do. */
  planUndo(id: string): Promise<UndoSteps>;
  /** Puts back at the start what a change that was killed has left cut short; whether it did. Rejects where the disk does not let it. */
  recover(): Promise<boolean>;
  /** Stores that a person has to empty by hand, with what to type, one line each. */
  leftByHand(): Promise<string[]>;
}

/** Procedures about the trust stores of this machine, and the undoers of their changes. Changes happen one call after the other. */
export function trustProcedures(parts: {
  readonly host: Host;
  readonly folders: Folders;
  readonly startedIn: string;
  readonly security: Security;
  readonly ledger: Ledger;
  readonly catalogue: readonly AgentDefinition[];
  didChange(what: ChangedTopic[]): void;
}): TrustProcedures {
  const { host, security, catalogue } = parts;
  const folder = join(parts.folders.trust, security.workspace);
  const around = surroundingsOf(host, { folder, undo: parts.folders.undo }, parts.startedIn);
  let opened: Promise<Trust> | null = null;
  const opening = async (): Promise<Trust> => {
    const [{ keepTrust }, { loadStoreKinds }, { verifyingIdentities }] = await Promise.all([
      import('../trust/trust.ts'),
      import('../trust/store-kinds.ts'),
      import('../trust/verify/verifying-identities.ts'),
    ]);
    return keepTrust({
      around,
      kinds: await loadStoreKinds(),
      ledger: parts.ledger,
      checks: openChecksBook(host, folder),
      identities: async () => {
        const own = security.identity();
        return own === null ? { why: security.whyNoIdentity().message } : verifyingIdentities(host, own);
      },
    });
  };
  const trust = (): Promise<Trust> => {
    opened ??= opening();
    return opened;
  };
  let queue: Promise<unknown> = Promise.resolve();
  const changing = <T>(action: () => Promise<T>): Promise<T> => {
    const result = queue.then(action);
    // The caller gets the error; the queue only needs to know that it is over.
    queue = result.catch(() => undefined);
    return result.finally(() => parts.didChange(['trust', 'ledger']));
  };

  return {
    undoers: async () => (await trust()).undoers,
    javaKeystore: async (id) => {
      // Every Java has a file of authorities, also one whose keytool does not start.
      const { store } = await import('../trust/stores/java.ts');
      const place = (await store.find(around)).find(({ facts }) => facts.id === id);
      if (place === undefined) throw fail('NOT_FOUND', { what: 'Java store', id, fix: 'See `sealwire trust list`.' });
      return place.facts.path;
    },
    planUndo: async (id) => {
      const { steps } = await (await trust()).plan('uninstall', currentAuthority(host, security), [changeName(id)]);
      const [step] = steps;
      if (step === undefined) throw fail('NOT_FOUND', { what: 'change', id, fix: 'See `sealwire ledger list`.' });
      const { does, commands, files, byHand, asks, seen } = step;
      return { does, commands, files, byHand, asks, seen };
    },
    recover: async () => {
      if (!around.isAdmin || host.disk.list(around.undo).length === 0) return false;
      return (await import('../trust/kept-keystore.ts')).putKeystoreBack(around);
    },
    leftByHand: async () => {
      const { steps } = await (await trust()).plan('uninstall', currentAuthority(host, security), []);
      return steps
        .filter(({ byHand }) => byHand)
        .map(
          ({ title, commands }) => `Not by Sealwire, which has not the rights: ${title}. Run: ${commands.join(' && ')}`,
        );
    },
    handlers: {
      'trust.list': async () => {
        const authority = currentAuthority(host, security);
        return {
          authority: authorityShown(authority, security),
          stores: await (await trust()).list(authority ?? NO_AUTHORITY),
          leftovers: await (await trust()).leftovers(authority ?? NO_AUTHORITY),
          advice: trustAdvice(catalogue),
        };
      },
      'trust.plan': async ({ action, stores }) => {
        const authority = action === 'install' ? trustedAuthority(host, security) : currentAuthority(host, security);
        const { steps, skipped } = await (await trust()).plan(action, authority, stores);
        return { action, authority: authorityShown(authority, security), steps, skipped };
      },
      'trust.install': ({ stores, seen }) =>
        changing(async () => ({
          results: await (await trust()).install(trustedAuthority(host, security), stores, seen),
        })),
      'trust.uninstall': ({ stores, seen }) =>
        changing(async () => ({
          results: await (await trust()).uninstall(currentAuthority(host, security), stores, seen),
        })),
      'trust.check': ({ stores }) =>
        changing(async () => ({ stores: await (await trust()).check(trustedAuthority(host, security), stores) })),
    },
  };
}
