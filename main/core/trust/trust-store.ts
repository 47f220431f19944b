import type { TrustLines, TrustProblem, TrustStore } from '../../contract/index.ts';
import type { Change } from '../ledger/undo.ts';
import type { Surroundings } from './surroundings.ts';

/** The authority that is to be trusted, with the two sums by which systems name a certificate: hexadecimal, in lower case, without colons. */
export interface TrustedAuthority {
  readonly id: string;
  readonly commonName: string;
  readonly pem: string;
  /** PEM file that tools are given. */
  readonly path: string;
  readonly fingerprint256: string;
  readonly fingerprint1: string;
  /** First letters of the fingerprint: part of every name that Sealwire gives in a store. */
  readonly tag: string;
}

/** A program and its arguments. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

/** What a look into a store found. */
export interface StoreSight {
  /** False where the store or its tool is missing; `problem` then says what to do. */
  readonly isHere: boolean;
  /** Whether programs that read the store find the authority in it, under whatever name. */
  readonly isInstalled: boolean;
  /** Whether something of it is there under the name that Sealwire gives, so that it may be taken out. */
  readonly isOurs: boolean;
  readonly evidence: string;
  readonly problem: TrustProblem | null;
  /** Changes whenever the store does. */
  readonly seen: string;
}

/** What a change does, for a person who is asked to agree to it. */
export interface StoreSteps {
  readonly does: readonly string[];
  readonly commands: readonly Command[];
  readonly files: readonly { readonly path: string; readonly change: 'create' | 'change' | 'remove' }[];
  /** What the system will ask of the person; empty where nothing. */
  readonly asks: string;
}

/** A program that reads the store, and how it is made to fetch a URL with nothing but the store to judge by. */
export interface StoreReader {
  readonly client: string;
  readonly program: string;
  /** Arguments that make it tell its version; null where the name says it already. */
  readonly versionArgs: readonly string[] | null;
  /** Why this version cannot read the store, whatever is in it; null where it can. `client` has the version behind the name. */
  readonly whyUnable?: (client: string) => string | null;
  /** `folder` is empty and goes away afterwards. */
  fetch(
    url: string,
    folder: string,
  ): { readonly args: readonly string[]; readonly env?: Readonly<Record<string, string | undefined>> };
}

/** One store of this machine. */
export interface StorePlace {
  readonly facts: Pick<TrustStore, 'id' | 'title' | 'path' | 'group' | 'needs' | 'serves' | 'isProven'>;
  /** Whether the rights of this process are enough. */
  readonly canChange: boolean;
  look(authority: TrustedAuthority): Promise<StoreSight>;
  /** What is about to be changed, with everything that undoing it needs; it holds for a second try after an interruption as well. */
  intend(authority: TrustedAuthority): Promise<Change>;
  installing(change: Change, authority: TrustedAuthority): StoreSteps;
  uninstalling(change: Change): StoreSteps;
  /** Makes the change, or what is left of it to make. Throws a catalogue error where the store does not let it. */
  make(change: Change, authority: TrustedAuthority): Promise<void>;
  readers(authority: TrustedAuthority): readonly StoreReader[];
  /** What the person does for programs that are open to take the change up; empty where nothing. */
  readonly restart?: string;
  /** What the person sets or writes themselves for the change to take effect. */
  lines(authority: TrustedAuthority): readonly TrustLines[];
}

/** One kind of store: a file in `stores/` exports one of these as `store`, and nothing else changes when another is added. */
export interface TrustStoreKind {
  /** Name of its changes in the ledger. */
  readonly kind: string;
  /** Whether all that it writes lies in Sealwire's own folder, which the ledger is not for. */
  readonly isOwnFolder?: boolean;
  find(around: Surroundings): Promise<readonly StorePlace[]>;
  /** Takes out what is still ours, also of a change that is half made; a sentence on what became of it. */
  undo(around: Surroundings, change: Change): Promise<string>;
}
