import { describe, expect, test } from 'vitest';
import type { ExportFormatSummary } from '../../../main/contract/index.ts';
import {
  gathered,
  itemsOf,
  pairsOf,
  passphraseOfMany,
  whyNone,
} from '../../../renderer/features/certificates/export-many-model.ts';
import { javasOf, mergeInput } from '../../../renderer/features/certificates/export-model.ts';
import { trustStore } from '../../support/fake-data.ts';
import { clientCertificate, olderAuthority, revokedCertificate } from '../../support/fake-ui-authorities.ts';
import { authority, certificate } from '../../support/fake-ui-data.ts';

const format = (id: string, change: Partial<ExportFormatSummary>): ExportFormatSummary => ({
  id,
  title: id,
  audience: 'some',
  mediaType: '',
  extension: '',
  privateKey: 'optional',
  passphrase: 'optional',
  canMerge: false,
  ...change,
});
const pem = format('pem', {});
const p12 = format('p12', { privateKey: 'required', passphrase: 'required' });
const jks = format('jks', { privateKey: 'never', passphrase: 'public' });
const file = (name: string, base64: string) => ({ name, base64, mediaType: '', isSecret: false });

describe('several at once', () => {
  const foreign = { ...clientCertificate, id: 'csr-1', hasKey: false };
  const items = itemsOf([certificate, revokedCertificate, foreign], [olderAuthority, authority]);
  const [ca, server, client] = items;

  test('offers what agents trust and every certificate that is of use', () => {
    expect(items.map(({ id }) => id)).toEqual(['ca', certificate.id, 'csr-1']);
    expect(ca?.title).toBe(authority.commonName);
    expect(itemsOf([], [])).toEqual([]);
  });

  test('makes of each what can be made of it', () => {
    expect(pairsOf(items, [pem, p12, jks]).map((pair) => `${pair.item.id} ${pair.format.id}`)).toEqual([
      'ca pem',
      'ca jks',
      `${certificate.id} pem`,
      `${certificate.id} p12`,
      'csr-1 pem',
    ]);
  });

  test('says of a format why it can be made of nothing that is ticked', () => {
    const only = (item: typeof ca) => (item === undefined ? [] : [item]);

    expect(whyNone(jks, only(server))).toContain('tick the authority');
    expect(whyNone(p12, only(client))).toContain('that has one');
    expect([whyNone(p12, items), whyNone(p12, []), whyNone(pem, only(ca))]).toEqual([null, null, null]);
  });

  test('asks for a passphrase only where a key goes along', () => {
    expect(passphraseOfMany(pairsOf(items, [pem, p12]))).toBe('required');
    expect(passphraseOfMany(pairsOf(items, [pem, jks]))).toBe('optional');
    expect(passphraseOfMany(pairsOf(items, [jks]))).toBeNull();
    expect(passphraseOfMany(pairsOf(client === undefined ? [] : [client], [pem]))).toBeNull();
  });

  test('keeps the same file once and two files of one name apart', () => {
    const sets = [
      [file('ca.pem', 'A'), file('localhost.p12', 'B'), file('res/raw/ca.pem', 'A')],
      [file('ca.pem', 'A'), file('localhost.p12', 'C'), file('localhost.keystore.p12', 'D')],
      [file('localhost.p12', 'E'), file('localhost.p12', 'C'), file('localhost.keystore.p12', 'F')],
    ];

    expect(gathered(sets).map(({ name, base64 }) => `${name} ${base64}`)).toEqual([
      'ca.pem A',
      'localhost.p12 B',
      'res/raw/ca.pem A',
      'localhost-2.p12 C',
      'localhost.keystore.p12 D',
      'localhost-3.p12 E',
      'localhost-2.keystore.p12 F',
    ]);
  });
});

describe('a merge', () => {
  test('offers the Javas of this machine, the newest first', () => {
    const javas = ['Java 8.0.1', 'Java 21.0.4', 'Java 17.0.2'].map((title) => ({
      ...trustStore,
      title,
      group: 'java' as const,
    }));

    expect(javasOf([trustStore, ...javas]).map(({ title }) => title)).toEqual([
      'Java 21.0.4',
      'Java 17.0.2',
      'Java 8.0.1',
    ]);
  });

  test('is told as a store or a file, and not at all where there is none', () => {
    const given = { name: 'cacerts', base64: 'AAAA' };

    expect(mergeInput({ kind: 'java', store: 'java:/jdk' })).toEqual({ mergeWith: { store: 'java:/jdk' } });
    expect(mergeInput({ kind: 'file', file: given })).toEqual({ mergeWith: given });
    expect([mergeInput({ kind: 'none' }), mergeInput({ kind: 'file', file: null })]).toEqual([{}, {}]);
  });
});
