import { createPrivateKey, X509Certificate } from 'node:crypto';
import { statSync } from 'node:fs';
import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SealwireError, Secret } from '../../../main/contract/index.ts';
import type {
  ExportedFile,
  ExportFormat,
  ExportMaterial,
  ExportOptions,
} from '../../../main/core/export/export-format.ts';
import { EXPORT_FORMATS, exportFormat } from '../../../main/core/export/export-formats.ts';
import { fileStem } from '../../../main/core/export/file-names.ts';
import { identityIn } from '../../../main/core/export/keystores/identity-in.ts';
import { readKeystore } from '../../../main/core/export/keystores/read-keystore.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { exportFolder, hostileNames, PASSPHRASE, sampleMaterial } from './exported.ts';

const host = realHost();
const material = await sampleMaterial();
const other = await sampleMaterial();
const nothing: ExportMaterial = { name: 'x', certificate: null, chain: [], authorities: [], privateKey: null };

/** What a format takes: a passphrase only where it has a place. */
const optionsFor = (format: ExportFormat): ExportOptions =>
  format.passphrase.kind === 'none' ? {} : { passphrase: PASSPHRASE };

/** The private number of the key, which is in every form of it that is not encrypted. */
const secret = Buffer.from(material.privateKey.export({ format: 'jwk' }).d ?? '', 'base64url');

describe('every format', () => {
  for (const format of EXPORT_FORMATS) {
    const written = (from: ExportMaterial = material, options = optionsFor(format)): Promise<readonly ExportedFile[]> =>
      format.write(from, options, host);

    test(`${format.id} says what it is, and is written as that`, async () => {
      const files = await written();

      expect([format.title, format.audience].every((text) => /^\S.*\S$/.test(text) && !text.endsWith('.'))).toBe(true);
      expect(files[0]?.name.endsWith(format.extension)).toBe(true);
      expect(exportFormat(format.id)).toBe(format);
    });

    test(`${format.id} shows a private key to its owner alone, and as a format without one never`, async () => {
      const bare = format.passphrase.kind === 'required' ? [] : await written(material, {});
      const guarded = await written();
      const keyFiles = guarded.filter(({ mode }) => mode === 0o600);

      expect(keyFiles.length).toBe(format.privateKey === 'never' ? 0 : 1);
      for (const { bytes, mode, name } of [...bare, ...guarded]) {
        const isOpen = bytes.includes(secret) || decodedPem(bytes).includes(secret);
        if (mode === 0o644) expect(isOpen, name).toBe(false);
      }
      for (const { bytes } of keyFiles)
        expect(bytes.includes(secret) || decodedPem(bytes).includes(secret)).toBe(false);
    });

    test(`${format.id} does not depend on the form that the key comes in`, async () => {
      const asPem = new Secret(material.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);

      expect((await written({ ...material, privateKey: asPem })).map(({ name }) => name)).toEqual(
        (await written()).map(({ name }) => name),
      );
    });

    test(`${format.id} gives plain names to files, whatever it is called`, async () => {
      const names = await Promise.all(hostileNames().map((name) => written({ ...material, name })));

      for (const { name } of names.flat()) {
        expect(name).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*(\/[a-z0-9_]+){0,2}(\.[a-z0-9]+)*$/);
        expect(posix.normalize(name)).toBe(name);
        expect(name.length).toBeLessThan(160);
      }
    });

    test(`${format.id} refuses what it cannot be made of, in words`, async () => {
      const mixed = { ...material, privateKey: other.privateKey };

      if (format.privateKey !== 'never')
        expect(await refusal(written(mixed))).toContain('the private key is not the one of the certificate');
      if (format.privateKey === 'required') {
        expect(await refusal(written({ ...material, privateKey: null }))).toContain('there is none to put into it');
      } else if (format.privateKey === 'never') {
        expect(await refusal(written({ ...material, authorities: [] }))).toContain('says which authorities to trust');
      } else {
        expect((await written({ ...material, privateKey: null })).every(({ mode }) => mode === 0o644)).toBe(true);
      }
    });

    test(`${format.id} takes a passphrase that its readers take, and refuses every other one`, async () => {
      const texts = [
        ...hostileNames(),
        'changeit',
        'short',
        'é'.repeat(8),
        'x'.repeat(50),
        'x'.repeat(51),
        'it\'s "$HOME" `id` \\ %x% !',
        ...fc.sample(
          fc.string({
            unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
            minLength: 6,
            maxLength: 50,
          }),
          { numRuns: 5, seed: 7 },
        ),
      ];
      for (const text of texts) {
        const passphrase = new Secret(text);
        const outcome = await written(material, { passphrase }).catch((error: unknown) => error);
        if (outcome instanceof SealwireError) {
          expect(outcome.code, text).toBe('PASSPHRASE_REFUSED');
          if (text.length > 6) expect(JSON.stringify(outcome.toShape())).not.toContain(text);
          expect(isTakenByJava(text) && format.passphrase.kind !== 'none', text).toBe(false);
        } else {
          expect(format.passphrase.kind !== 'none' || text === '', text).toBe(true);
          await expectOpened(format, outcome as readonly ExportedFile[], passphrase);
        }
      }
    });
  }

  test('has an id of its own', () => {
    expect(new Set(EXPORT_FORMATS.map(({ id }) => id)).size).toBe(EXPORT_FORMATS.length);
    expect(() => exportFormat('docx')).toThrow('There is no export format "docx".');
  });

  test('reaches the disk with the rights that it asks for', async () => {
    using exports = exportFolder();
    const path = await exports.write('p12', material, { passphrase: PASSPHRASE });

    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});

test('authorities alone are exported as PEM and DER, and both while an old one overlaps', async () => {
  const authorities = [...material.authorities, ...other.authorities];
  const pem = await exportFormat('pem').write({ ...nothing, authorities }, {}, host);
  const der = await exportFormat('der').write({ ...nothing, authorities }, {}, host);
  const crt = await exportFormat('crt').write({ ...nothing, authorities }, {}, host);

  expect(pem.map(({ name }) => name)).toEqual(['ca.pem']);
  expect(pem[0]?.bytes.toString().match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
  expect(der.map(({ name }) => name)).toEqual(['ca.der', 'ca-2.der']);
  expect(crt.map(({ name }) => name)).toEqual(['ca.crt', 'ca-2.crt']);
});

test('an alias names the entry of a truststore and of a keystore', async () => {
  for (const id of ['jks', 'java-truststore', 'java-keystore']) {
    const passphrase = new Secret('changeit');
    const [file] = await exportFormat(id).write(material, { passphrase, alias: 'Ours' }, host);
    const { certificates } = await readKeystore(file?.bytes ?? Buffer.alloc(0), passphrase, 'The store');

    expect(certificates[0]?.alias?.toLowerCase(), id).toBe('ours');
  }
});

test('a truststore merged with one that has the authority already holds it once', async () => {
  for (const id of ['jks', 'java-truststore']) {
    const format = exportFormat(id);
    const [first] = await format.write(material, {}, host);
    const bytes = first?.bytes ?? Buffer.alloc(0);
    const mergeWith = { what: 'The store', bytes, passphrase: new Secret('changeit') };
    const [again] = await format.write(
      { ...material, authorities: [...material.authorities, ...other.authorities] },
      { mergeWith },
      host,
    );
    const { certificates } = await readKeystore(again?.bytes ?? Buffer.alloc(0), new Secret('changeit'), 'The store');

    expect(certificates.map(({ alias }) => alias)).toEqual(['sealwire test 4f2a', 'sealwire test 4f2a-2']);
    expect(
      await refusal(format.write(material, { mergeWith: { ...mergeWith, passphrase: new Secret('another') } }, host)),
    ).toContain('The store cannot be opened');
  }
});

test('a keystore with a private key is not merged into a truststore', async () => {
  const [file] = await exportFormat('p12').write(material, { passphrase: PASSPHRASE }, host);
  const mergeWith = { what: 'The store', bytes: file?.bytes ?? Buffer.alloc(0), passphrase: PASSPHRASE };

  expect(await refusal(exportFormat('jks').write(material, { mergeWith }, host))).toContain('it holds a private key');
});

test('file stems keep what a person recognises', () => {
  expect(['localhost', '*.apm.test', '::1', 'münchen', 'Com1.txt', '..', 'a b'].map(fileStem)).toEqual([
    'localhost',
    'wildcard.apm.test',
    '1',
    'm-nchen',
    'certificate-Com1.txt',
    'certificate',
    'a-b',
  ]);
});

function isTakenByJava(text: string): boolean {
  return /^[\x20-\x7e]{6,50}$/.test(text);
}

async function refusal(made: Promise<unknown>): Promise<string> {
  return made.then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof SealwireError ? error.message : Promise.reject(error)),
  );
}

/** The bytes of all PEM blocks, where it is PEM. */
function decodedPem(bytes: Buffer): Buffer {
  const blocks = bytes.toString('latin1').matchAll(/-----BEGIN [^-]+-----\n([^-]+)-----END/g);
  return Buffer.concat([...blocks].map(([, text = '']) => Buffer.from(text, 'base64')));
}

/** Opens what was written with the passphrase again; an empty one stands for none, or for the usual one of truststores. */
async function expectOpened(format: ExportFormat, files: readonly ExportedFile[], passphrase: Secret): Promise<void> {
  const keyFile = files.find(({ mode }) => mode === 0o600);
  if (format.passphrase.kind === 'required') {
    const entries = await readKeystore(keyFile?.bytes ?? Buffer.alloc(0), passphrase, 'The file');
    expect(identityIn(entries, 'The file').certificate.fingerprint256).toBe(
      new X509Certificate(material.certificate).fingerprint256,
    );
  } else if (format.passphrase.kind === 'public') {
    const usual = passphrase.reveal() === '' ? new Secret(format.passphrase.usual) : passphrase;
    const [store] = files;
    expect((await readKeystore(store?.bytes ?? Buffer.alloc(0), usual, 'The file')).certificates).toHaveLength(1);
  } else if (format.passphrase.kind === 'optional') {
    const encoding = format.id === 'der' ? ({ format: 'der', type: 'pkcs8' } as const) : ({ format: 'pem' } as const);
    const key = createPrivateKey({
      key: keyFile?.bytes ?? Buffer.alloc(0),
      ...encoding,
      passphrase: passphrase.reveal(),
    });
    expect(key.equals(material.privateKey)).toBe(true);
  }
}
