import type {
  Certificate,
  ExportFormatSummary,
  GivenFile,
  ProcedureInput,
  TrustStore,
} from '../../../main/contract/index.ts';

/** What is exported: one certificate, or an authority; without an authority's id every one that agents trust. */
export type ExportSubject =
  | { readonly what: 'certificate'; readonly certificate: Certificate }
  | { readonly what: 'ca'; readonly id: string | null; readonly title: string };

/** For whom a format is, as a person looks for it. */
export interface ExportTarget {
  readonly id: string;
  readonly title: string;
  readonly format: ExportFormatSummary;
  /** What comes out, in a line. */
  readonly gives: string;
  /** How it is put to use, a line to paste, where there is one that fits everybody. */
  readonly use: ((files: readonly string[]) => string | null) | null;
  /** Why it cannot be made of this, or null. */
  readonly refusal: string | null;
}

interface Wish {
  readonly format: string;
  readonly title: string;
  readonly gives: string;
  /** The same where the key is not here. */
  readonly givesWithoutKey?: string;
  readonly use?: ExportTarget['use'];
}

const ending = (files: readonly string[], end: string): string | null =>
  files.find((name) => name.endsWith(end)) ?? null;

const FOR_CERTIFICATES: readonly Wish[] = [
  {
    format: 'pem',
    title: 'APM Server, agents and most programs',
    gives: 'Certificate, key, authority: a file each',
    givesWithoutKey: 'Certificate and authority: a file each',
  },
  {
    format: 'chain',
    title: 'nginx and other web servers',
    gives: 'The chain in one file, the key in another',
    givesWithoutKey: 'The chain in one file',
    use: (files) => {
      const [chain, key] = [ending(files, '.fullchain.pem'), ending(files, '.key')];
      return chain === null || key === null ? null : `ssl_certificate ${chain};\nssl_certificate_key ${key};`;
    },
  },
  {
    format: 'java-keystore',
    title: 'Java',
    gives: 'A keystore with certificate and key',
    use: (files) => {
      const [store] = files;
      return store === undefined ? null : `-Djavax.net.ssl.keyStore=${store} -Djavax.net.ssl.keyStoreType=PKCS12`;
    },
  },
  { format: 'p12', title: 'A browser', gives: 'To import under “Your certificates”' },
  { format: 'p12', title: '.NET and Windows', gives: 'Certificate, key and chain in one file' },
  {
    format: 'p12-legacy',
    title: 'macOS, iOS, Windows Server 2016',
    gives: 'The same in the encryption they read',
  },
  { format: 'der', title: 'Code that reads DER', gives: 'Bare bytes, a file each' },
];

const FOR_AUTHORITIES: readonly Wish[] = [
  {
    format: 'pem',
    title: 'Agents and most programs',
    gives: 'One file, older authorities included',
  },
  {
    format: 'jks',
    title: 'Java',
    gives: 'A truststore that every Java reads',
    use: (files) => (files[0] === undefined ? null : `-Djavax.net.ssl.trustStore=${files[0]}`),
  },
  {
    format: 'java-truststore',
    title: 'Java without JKS',
    gives: 'The same as PKCS#12',
    use: (files) =>
      files[0] === undefined ? null : `-Djavax.net.ssl.trustStore=${files[0]} -Djavax.net.ssl.trustStoreType=PKCS12`,
  },
  { format: 'pem', title: 'A browser', gives: 'To import under “Authorities”' },
  { format: 'crt', title: 'Windows', gives: 'Opens with a double click' },
  {
    format: 'mobileconfig',
    title: 'iPhone, iPad and managed Macs',
    gives: 'A profile to install',
  },
  { format: 'android', title: 'An Android app', gives: 'Two resources for debuggable builds' },
  { format: 'der', title: 'Code that reads DER', gives: 'Bare bytes' },
];

/** Every target that the core has a format for, and after them the formats that no target here names. */
export function targetsOf(formats: readonly ExportFormatSummary[], subject: ExportSubject): ExportTarget[] {
  const isCa = subject.what === 'ca';
  const wishes = isCa ? FOR_AUTHORITIES : FOR_CERTIFICATES;
  const known = new Set([...FOR_AUTHORITIES, ...FOR_CERTIFICATES].map(({ format }) => format));
  const others = formats
    .filter(({ id, privateKey }) => !known.has(id) && (isCa ? privateKey !== 'required' : privateKey !== 'never'))
    .map(({ id, title, audience }): Wish => ({ format: id, title, gives: `For ${audience}` }));
  return [...wishes, ...others].flatMap(({ format: id, title, use = null, ...wish }) => {
    const format = formats.find((each) => each.id === id);
    if (format === undefined) return [];
    const gives = hasKey(subject) ? wish.gives : (wish.givesWithoutKey ?? wish.gives);
    return [{ id: `${id} ${title}`, title, format, gives, use, refusal: refusalOf(format, subject) }];
  });
}

/** What the passphrase of this export is about; null where there is none to ask for. */
export function passphraseKind(
  { format }: ExportTarget,
  subject: ExportSubject,
): Exclude<ExportFormatSummary['passphrase'], 'none'> | null {
  if (format.passphrase === 'none') return null;
  return format.passphrase === 'optional' && !hasKey(subject) ? null : format.passphrase;
}

/** Why two entries of a passphrase cannot be used, or null. */
export function exportPassphraseFault(
  kind: 'optional' | 'required' | 'public' | null,
  first: string,
  again: string,
): string | null {
  if (kind === null || kind === 'public') return null;
  if (kind === 'required' && first === '') return 'Type a passphrase: nothing else protects the key in this file.';
  return first === again ? null : 'The two entries differ. Type the same passphrase twice.';
}

function refusalOf({ privateKey }: ExportFormatSummary, subject: ExportSubject): string | null {
  if (privateKey !== 'required' || hasKey(subject)) return null;
  return 'It holds the private key, which is where the signing request was made.';
}

function hasKey(subject: ExportSubject): boolean {
  return subject.what === 'certificate' && subject.certificate.hasKey;
}

/** What a truststore is to hold besides the authority: nothing, what a Java of this machine trusts, or what is in a file that the person gives. */
export type Merge =
  | { readonly kind: 'none' }
  | { readonly kind: 'java'; readonly store: string }
  | { readonly kind: 'file'; readonly file: GivenFile | null };

export const NO_MERGE: Merge = { kind: 'none' };

/** Whether everything is said that the merge needs. */
export function isChosen(merge: Merge): boolean {
  return merge.kind !== 'file' || merge.file !== null;
}

/** The merge as the core takes it. */
export function mergeInput(merge: Merge): Pick<ProcedureInput<'certificate.export'>, 'mergeWith'> {
  if (merge.kind === 'java') return { mergeWith: { store: merge.store } };
  return merge.kind === 'file' && merge.file !== null ? { mergeWith: merge.file } : {};
}

/** The stores of the Javas of this machine, the newest first; also those whose own tool does not start. */
export function javasOf(stores: readonly TrustStore[]): TrustStore[] {
  return stores
    .filter(({ group }) => group === 'java')
    .toSorted((one, other) => other.title.localeCompare(one.title, 'en', { numeric: true }));
}
