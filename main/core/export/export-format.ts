import type { KeyObject } from 'node:crypto';
import type { Secret } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';
import type { ExistingTruststore } from './merge-truststore.ts';
import type { PassphraseRule } from './passphrase-rule.ts';

/** What there is to export; a format takes of it what it needs and refuses what is missing. All certificates are PEM. */
export interface ExportMaterial {
  /** What files and entries are named after, such as `localhost`. */
  readonly name: string;
  /** The certificate itself; null where authorities alone are exported. */
  readonly certificate: string | null;
  /** Intermediates from the certificate's issuer upwards, without the root. */
  readonly chain: readonly string[];
  /** Roots to trust, the current one first; more than one while an old one overlaps. */
  readonly authorities: readonly string[];
  /** The certificate's key, itself or as PEM. */
  readonly privateKey: KeyObject | Secret | null;
}

export interface ExportOptions {
  readonly passphrase?: Secret | null;
  /** What a keystore calls the entry, where that is not to be the name of the certificate or of the authority. */
  readonly alias?: string;
  /** A truststore whose entries are to be in it as well; for formats that can merge. */
  readonly mergeWith?: ExistingTruststore | null;
}

/** One file of an export. Its name may have folders, with `/` between; `mode` is 0600 where a private key is in it. */
export interface ExportedFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly mode: 0o600 | 0o644;
}

/** A form in which certificates leave Sealwire. */
export interface ExportFormat {
  readonly id: string;
  readonly title: string;
  /** For whom it is, as the end of "for …". */
  readonly audience: string;
  /** Of the main file, with its dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** `optional`: where the material has one. */
  readonly privateKey: 'required' | 'optional' | 'never';
  readonly passphrase: PassphraseRule;
  /** Whether it takes `mergeWith`; where it does not, callers say so. */
  readonly canMerge: boolean;
  /** Rejects with `EXPORT_REFUSED` where the material lacks something, and `PASSPHRASE_REFUSED` for a passphrase that some reader would not take. */
  write(
    material: ExportMaterial,
    options: ExportOptions,
    host: Pick<Host, 'now' | 'randomBytes'>,
  ): Promise<readonly ExportedFile[]>;
}
