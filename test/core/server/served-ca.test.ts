import { afterAll, beforeAll, expect, test } from 'vitest';
import { realDisk } from '../../../main/core/host/real-disk.ts';
import { servedCaOf } from '../../../main/core/server/served-ca.ts';
import { type ServerFolder, serverFolder } from '../../support/server-file.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* Whom clients have to trust while a settings file decides what is presented. */

let at: ServerFolder;
let authority: TestAuthority;
let stranger: TestAuthority;
beforeAll(() => {
  at = serverFolder();
  authority = createTestAuthority();
  stranger = createTestAuthority();
  const { chainPem, keyPem } = authority.issue(['localhost']);
  at.write('server.pem', chainPem);
  at.write('chain.pem', chainPem + authority.caPem);
  at.write('server.key', keyPem.reveal());
});
afterAll(() => {
  at.remove();
  authority.remove();
  stranger.remove();
});

const SSL = 'apm-server.ssl: {certificate: server.pem, key: server.key}\n';

test('the workspace’s own, without a file, without an ssl section, and before anything was made', () => {
  const own = '/somewhere/ca.pem';

  expect(servedCaOf(null, () => own, realDisk)()).toEqual({ path: own, unknownIssuer: null });
  expect(servedCaOf(at.read('apm-server: {}\n'), () => own, realDisk)()).toEqual({ path: own, unknownIssuer: null });
  expect(servedCaOf(null, () => null, realDisk)()).toEqual({ path: null, unknownIssuer: null });
});

test('the root at the end of the chain of the file', () => {
  const file = at.read(SSL.replace('server.pem', 'chain.pem'));

  expect(servedCaOf(file, () => stranger.caPath, realDisk)().path).toMatch(/chain\.pem$/);
});

test('the workspace’s own where one of its authorities issued what the file brings, as soon as that is one of them', () => {
  let own = stranger.caPath;
  const served = servedCaOf(at.read(SSL), () => own, realDisk);

  expect(served()).toEqual({ path: null, unknownIssuer: 'CN=Test authority' });
  own = authority.caPath;
  expect(served()).toEqual({ path: authority.caPath, unknownIssuer: null });
});

test('nobody that is known, while nothing was made and the file does not hold its root', () => {
  expect(servedCaOf(at.read(SSL), () => null, realDisk)()).toEqual({
    path: null,
    unknownIssuer: 'CN=Test authority',
  });
});
