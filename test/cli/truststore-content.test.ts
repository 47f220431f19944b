import { describe, expect, test } from 'vitest';
import { comparedTruststores } from '../../main/cli/truststore-content.ts';
import { Secret } from '../../main/contract/index.ts';
import type { ExportMaterial } from '../../main/core/export/export-format.ts';
import { javaTruststore, jks } from '../../main/core/export/formats/java-truststore.ts';
import { p12 } from '../../main/core/export/formats/pkcs12.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { PASSPHRASE, sampleMaterial } from '../core/export/exported.ts';

const host = realHost();
const ours = await sampleMaterial();
const theirs = await sampleMaterial();

describe.each([
  ['JKS', jks],
  ['PKCS#12', javaTruststore],
])('a truststore as %s', (_title, format) => {
  const made = async (material: ExportMaterial, mergeWith: Buffer | null = null): Promise<Buffer> => {
    const merged = mergeWith === null ? null : { what: 'It', bytes: mergeWith, passphrase: new Secret('changeit') };
    const later = { ...host, now: () => new Date(host.now().getTime() + 1000) };
    const [file] = await format.write(material, { mergeWith: merged }, later);
    return file?.bytes ?? Buffer.alloc(0);
  };

  test('that trusts the same is the same, though its bytes are others', async () => {
    const [first] = await format.write(ours, {}, host);
    const again = await made(ours);

    expect(again.equals(first?.bytes ?? Buffer.alloc(0))).toBe(false);
    expect(await comparedTruststores(again, first?.bytes ?? Buffer.alloc(0))).toBe('same');
  });

  test('may take the place of one that trusts less, and of no other', async () => {
    const [one, other] = [await made(ours), await made(theirs)];
    const both = await made(ours, other);

    expect(await comparedTruststores(both, one)).toBe('more');
    expect(await comparedTruststores(both, other)).toBe('more');
    expect(await comparedTruststores(one, both)).toBeNull();
    expect(await comparedTruststores(one, other)).toBeNull();
  });

  test('takes the place of nothing that it cannot read, and of no private key', async () => {
    const one = await made(ours);
    const [locked] = await format.write(ours, { passphrase: new Secret('another one') }, host);
    const [withKey] = await p12.write(ours, { passphrase: PASSPHRASE }, host);

    for (const there of [Buffer.from('somebody’s own'), Buffer.alloc(0), locked?.bytes, withKey?.bytes])
      expect(await comparedTruststores(one, there ?? one)).toBeNull();
  });
});
