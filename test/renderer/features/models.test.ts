import { describe, expect, test } from 'vitest';
import {
  initInput,
  listenAddress,
  needsChoice,
  passphraseFault,
  recommendedVault,
  shownCertificate,
} from '../../../renderer/features/home/model.ts';
import { addressesOf, daysFault, megabytesFault, portFault } from '../../../renderer/features/settings/model.ts';
import {
  filterOf,
  listInput,
  ofAgent,
  reachedWords,
  remark,
  whoseAttempt,
} from '../../../renderer/features/traffic/model.ts';
import { certificate, keyring, noKeyring, olderCertificate } from '../../support/fake-ui-data.ts';
import { failedAttempt, okAttempt } from '../../support/fake-ui-traffic.ts';

describe('the one click', () => {
  test('sends nothing that the person did not choose', () => {
    expect(initInput({ names: null, vault: null, passphrase: '', port: null })).toEqual({});
  });

  test('sends a passphrase only with the vault that needs one', () => {
    const typed = { names: null, passphrase: 'typed before', port: null };

    expect(initInput({ ...typed, vault: 'session' })).toEqual({ vault: 'session' });
    expect(initInput({ ...typed, vault: 'passphrase' })).toEqual({ vault: 'passphrase', passphrase: 'typed before' });
  });

  test('sends edited names and a chosen port, 0 among them', () => {
    expect(initInput({ names: ['api.test'], vault: null, passphrase: '', port: 0 })).toEqual({
      names: ['api.test'],
      port: 0,
    });
  });

  test('waits for a choice where no keychain answers, and begins with what is recommended', () => {
    expect(needsChoice(keyring)).toBe(false);
    expect(needsChoice(noKeyring)).toBe(true);
    expect(recommendedVault(noKeyring)).toBe('passphrase');
  });

  test('recommends nothing that does not work here', () => {
    const [keychain, , session] = noKeyring.choices;
    if (keychain === undefined || session === undefined) throw new Error('too few choices');

    expect(recommendedVault({ ...noKeyring, choices: [{ ...keychain, recommended: true }, session] })).toBe('session');
    expect(recommendedVault({ ...noKeyring, choices: [keychain] })).toBeNull();
  });

  test('names the address it will listen on, also where the port is still open', () => {
    expect(listenAddress('https://localhost:8200', null)).toBe('https://localhost:8200');
    expect(listenAddress('https://localhost:8200', 8201)).toBe('https://localhost:8201');
    expect(listenAddress('https://localhost:0', null)).toBe('https://localhost, any free port');
  });

  test('says why a passphrase cannot be used', () => {
    expect(passphraseFault({ first: '', again: '' })).toContain('Type a passphrase');
    expect(passphraseFault({ first: 'one', again: 'two' })).toContain('differ');
    expect(passphraseFault({ first: 'same', again: 'same' })).toBeNull();
  });
});

test('Home shows the certificate in use, else the one that lasts longest', () => {
  expect(shownCertificate([olderCertificate, certificate])?.id).toBe('leaf-1');
  expect(shownCertificate([olderCertificate, { ...certificate, inUse: false }])?.id).toBe('leaf-1');
  expect(shownCertificate([{ ...certificate, kind: 'client' }])).toBeUndefined();
});

describe('numbers and addresses in Settings', () => {
  test.each(['0', '8200', '65535'])('take port %s', (text) => expect(portFault(text)).toBeNull());
  test.each(['', '-1', '65536', '82 00', '1e3', '0x10'])('refuse port "%s"', (text) =>
    expect(portFault(text)).not.toBeNull(),
  );
  test('keep retention within what the core accepts', () => {
    expect([daysFault('0'), daysFault('366'), megabytesFault('15'), megabytesFault('65537')]).not.toContain(null);
    expect([daysFault('1'), daysFault('365'), megabytesFault('16'), megabytesFault('65536')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
  test('take addresses in any list, each once', () => {
    expect(addressesOf(' 172.17.0.1, 10.0.0.5  10.0.0.5 ')).toEqual(['172.17.0.1', '10.0.0.5']);
  });
});

describe('Traffic', () => {
  test('keeps its filters in the address and drops an outcome that there is not', () => {
    expect(filterOf(new URLSearchParams('service=shop&outcome=failed&text=ca'))).toEqual({
      service: 'shop',
      agent: '',
      outcome: 'failed',
      text: 'ca',
    });
    expect(filterOf(new URLSearchParams('outcome=maybe')).outcome).toBe('');
  });

  test('asks the core for what it can narrow and narrows agents itself', () => {
    expect(listInput({ service: '', agent: 'python', outcome: 'ok', text: '' })).toEqual({
      limit: 1000,
      outcome: 'ok',
    });
    expect(ofAgent([okAttempt, failedAttempt], 'python')).toEqual([failedAttempt]);
    expect(ofAgent([okAttempt, failedAttempt], '')).toEqual([okAttempt, failedAttempt]);
  });

  test('names an attempt by its service, else its process, else where it came from', () => {
    expect(whoseAttempt(okAttempt)).toBe('shop-web');
    expect(whoseAttempt({ ...okAttempt, service: null })).toBe('node server.js');
    expect(whoseAttempt({ ...okAttempt, service: null, process: null })).toBe('127.0.0.1:50112');
  });

  test('says how far an attempt got and why it ended', () => {
    expect(reachedWords(failedAttempt)).toBe('Encrypted');
    expect(reachedWords(okAttempt)).toBe('Reporting, still open');
    expect(remark(okAttempt)).toBe('HTTP 202');
    expect(remark({ ...failedAttempt, diagnosis: null })).toBe('TLS alert unknown_ca');
    expect(remark({ ...failedAttempt, diagnosis: null, alert: null })).toBe('Ended without saying why');
  });
});
