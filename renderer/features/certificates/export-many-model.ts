import type { Authority, Certificate, ExportedFile, ExportFormatSummary } from '../../../main/contract/index.ts';
import { namesInShort } from '../../ui/certificate-names.ts';
import type { ExportSubject } from './export-model.ts';
import { listsOf } from './list-model.ts';

/** Something that can be exported, as a line to tick. */
export interface ExportItem {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly subject: ExportSubject;
}

/** One call: this, in this format. */
export interface ExportPair {
  readonly item: ExportItem;
  readonly format: ExportFormatSummary;
}

/** What agents trust, then every certificate that is of use. */
export function itemsOf(certificates: readonly Certificate[], authorities: readonly Authority[]): ExportItem[] {
  const current = authorities.find((authority) => authority.current);
  const { servers, clients } = listsOf(certificates, '');
  const ca: ExportItem[] =
    current === undefined
      ? []
      : [
          {
            id: 'ca',
            title: current.commonName,
            hint: 'the authority, with older ones that agents still trust',
            subject: { what: 'ca', id: null, title: current.commonName },
          },
        ];
  return [
    ...ca,
    ...[...servers, ...clients].map((certificate): ExportItem => {
      const words = [`for a ${certificate.kind}`, ...(certificate.inUse ? ['the endpoint presents it'] : [])];
      return {
        id: certificate.id,
        title: namesInShort(certificate),
        hint: `${words.join(', ')} · ${certificate.id}`,
        subject: { what: 'certificate', certificate },
      };
    }),
  ];
}

/** Whether a format can be made of it: some hold authorities alone, some need a private key that may be elsewhere. */
export function canMake({ privateKey }: ExportFormatSummary, { subject }: ExportItem): boolean {
  if (subject.what === 'ca') return privateKey !== 'required';
  return privateKey === 'optional' || (privateKey === 'required' && subject.certificate.hasKey);
}

/** Every call that is to be made, what belongs together one after the other. */
export function pairsOf(items: readonly ExportItem[], formats: readonly ExportFormatSummary[]): ExportPair[] {
  return items.flatMap((item) =>
    formats.filter((format) => canMake(format, item)).map((format): ExportPair => ({ item, format })),
  );
}

/** Why a format can be made of nothing that is ticked, or null. */
export function whyNone(format: ExportFormatSummary, items: readonly ExportItem[]): string | null {
  if (items.length === 0 || items.some((item) => canMake(format, item))) return null;
  return format.privateKey === 'never'
    ? 'Authorities alone: tick the authority'
    : 'With a private key: tick a certificate that has one';
}

/** The passphrase that these calls ask for; null where nothing in them is secret. */
export function passphraseOfMany(pairs: readonly ExportPair[]): 'required' | 'optional' | null {
  const keyed = pairs.filter(({ item: { subject } }) => subject.what === 'certificate' && subject.certificate.hasKey);
  if (keyed.some(({ format }) => format.passphrase === 'required')) return 'required';
  return keyed.some(({ format }) => format.passphrase === 'optional') ? 'optional' : null;
}

/** The files of several exports in one folder: what is the same file twice is kept once, and another file of the same name gets a number. */
export function gathered(sets: readonly (readonly ExportedFile[])[]): ExportedFile[] {
  const kept: ExportedFile[] = [];
  for (const file of sets.flat()) {
    let name = file.name;
    for (let number = 2; kept.some((other) => other.name === name && other.base64 !== file.base64); number += 1)
      name = numbered(file.name, number);
    if (!kept.some((other) => other.name === name)) kept.push({ ...file, name });
  }
  return kept;
}

/** `shop-2.p12` of `shop.p12`; the folders before it stay. */
function numbered(name: string, number: number): string {
  const folder = name.lastIndexOf('/') + 1;
  const dot = name.indexOf('.', folder + 1);
  return dot === -1 ? `${name}-${number}` : `${name.slice(0, dot)}-${number}${name.slice(dot)}`;
}
