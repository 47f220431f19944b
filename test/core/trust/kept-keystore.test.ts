import { execFileSync, spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { writeJks } from '../../../main/core/export/keystores/write-jks.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { keepKeystore, putKeystoreBack, settleKeystore } from '../../../main/core/trust/kept-keystore.ts';
import { type Surroundings, surroundingsOf } from '../../../main/core/trust/surroundings.ts';
import { tempHome } from '../../support/temp-security.ts';
import { benchAuthority } from '../../support/trust-bench.ts';

let folder: string;
let path: string;
let around: Surroundings;
let whole: Buffer;
let later: Buffer;

const derived = () => ({ path, writer: 'sealwire-test-writer.jar', package: 'sealwire-no-such-package' });
const kept = (): string[] => (existsSync(join(folder, 'undo')) ? readdirSync(join(folder, 'undo')) : []);
const beside = (): string[] => readdirSync(join(folder, 'java'));

beforeEach(async () => {
  folder = tempHome();
  path = join(folder, 'java', 'cacerts');
  const host = realHost({ ...process.env, HOME: folder });
  around = surroundingsOf(host, { folder: join(folder, 'trust'), undo: join(folder, 'undo') }, folder);
  const pems = [await benchAuthority(host, folder), await benchAuthority(host, folder)].map(
    (each) => each.authority.pem,
  );
  const entries = pems.map((pem, at) => ({
    alias: `ca-${at}`,
    certificate: new X509Certificate(pem),
    added: host.now(),
  }));
  const store = (count: number): Buffer => writeJks(entries.slice(0, count), new Secret('changeit'));
  [whole, later] = [store(1), store(2)];
  mkdirSync(join(folder, 'java'));
  writeFileSync(path, whole);
  chmodSync(path, 0o640);
});

describe('a keystore that a tool writes in its place', () => {
  test.each([0, 1, 4, 11, 100, 300, -21, -1])('is put back where a kill has left %i of its bytes', async (bytes) => {
    await keepKeystore(around, derived());
    const ownerBefore = statSync(path);
    writeFileSync(path, later.subarray(0, bytes < 0 ? later.length + bytes : bytes));

    expect(await putKeystoreBack(around)).toBe(true);
    expect(readFileSync(path)).toEqual(whole);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(statSync(path).uid).toBe(ownerBefore.uid);
    expect(beside()).toEqual(['cacerts']);

    expect(await putKeystoreBack(around)).toBe(false);
    await settleKeystore(around, 'Java', derived());
    expect(kept()).toEqual([]);
  });

  test('keeps what somebody else made of it since, and stays away where it was taken away', async () => {
    await keepKeystore(around, derived());
    writeFileSync(path, later);
    expect(await putKeystoreBack(around)).toBe(false);
    expect(readFileSync(path)).toEqual(later);

    rmSync(path);
    expect(await putKeystoreBack(around)).toBe(false);
    expect(existsSync(path)).toBe(false);
  });

  test('that was cut short before is not ours to mend', async () => {
    writeFileSync(path, whole.subarray(0, 50));
    await keepKeystore(around, derived());

    expect(kept()).toEqual([]);
    expect(await putKeystoreBack(around)).toBe(false);
    expect(readFileSync(path)).toEqual(whole.subarray(0, 50));
  });

  test('is what it was at the latest run, not at one before', async () => {
    await keepKeystore(around, derived());
    writeFileSync(path, later);
    await keepKeystore(around, derived());
    writeFileSync(path, whole.subarray(0, 9));

    expect(await putKeystoreBack(around)).toBe(true);
    expect(readFileSync(path)).toEqual(later);
  });

  test('is left alone while its writer is at work, and put back when that is gone', async () => {
    await keepKeystore(around, derived());
    const script = join(folder, 'java', 'java');
    // By the name of what it runs as, a Java.
    execFileSync('cp', ['/bin/sh', script]);
    const writer = spawn(script, ['-c', 'echo begun; read line', 'sh', join(folder, derived().writer)]);
    onTestFinished(() => void writer.kill('SIGKILL'));
    await once(writer.stdout, 'data');
    writeFileSync(path, later.subarray(0, 70));

    expect(await putKeystoreBack(around)).toBe(false);
    writer.stdin.end('\n');
    await once(writer, 'exit');
    expect(await putKeystoreBack(around)).toBe(true);
  });

  test('that the tool itself has left cut short is put back, and the change is refused', async () => {
    await keepKeystore(around, derived());
    writeFileSync(path, later.subarray(0, 70));

    await expect(settleKeystore(around, 'Java', derived())).rejects.toMatchObject({ code: 'TRUST_FAILED' });
    expect(readFileSync(path)).toEqual(whole);
  });
});
