import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../../main/contract/index.ts';
import { EXPORT_FORMATS } from '../../../main/core/export/export-formats.ts';
import { permittedWords } from '../../../renderer/features/certificates/authority-words.ts';
import { badgeOf, lifeWords } from '../../../renderer/features/certificates/certificate-words.ts';
import {
  type ExportSubject,
  exportPassphraseFault,
  passphraseKind,
  targetsOf,
} from '../../../renderer/features/certificates/export-model.ts';
import {
  lifetimeFault,
  lifetimeOf,
  linesOfNames,
  refusalWords,
} from '../../../renderer/features/certificates/issue-model.ts';
import { listsOf } from '../../../renderer/features/certificates/list-model.ts';
import { endingNotices } from '../../../renderer/features/home/model.ts';
import { namesInShort } from '../../../renderer/ui/certificate-names.ts';
import { endingCertificates } from '../../../renderer/ui/expiry-reminders.ts';
import { clientCertificate, revokedCertificate } from '../../support/fake-ui-authorities.ts';
import { ago, certificate, olderCertificate } from '../../support/fake-ui-data.ts';

const formats = EXPORT_FORMATS.map(({ passphrase, ...format }) => ({ ...format, passphrase: passphrase.kind }));
const ofCertificate: ExportSubject = { what: 'certificate', certificate: clientCertificate };
const withoutKey: ExportSubject = { what: 'certificate', certificate: { ...certificate, hasKey: false } };
const ofAuthority: ExportSubject = { what: 'ca', id: null, title: 'sealwire' };

describe('a lifetime', () => {
  test.each(['1', '396', '824'])('takes %s days', (text) => expect(lifetimeFault(text, 'days')).toBeNull());
  test.each(['', '0', '825', '-1', '1.5', '1e2', ' '])('refuses "%s" days and says what goes', (text) =>
    expect(lifetimeFault(text, 'days')).toBe('Type a number from 1 to 824.'),
  );
  test('is asked for in one unit alone', () => {
    expect(lifetimeFault('100000', 'minutes')).toBeNull();
    expect(lifetimeFault('100001', 'minutes')).toBe('Type a number from 1 to 100,000.');
    expect(lifetimeOf('10', 'minutes')).toEqual({ minutes: 10 });
    expect(lifetimeOf('10', 'days')).toEqual({ days: 10 });
  });
});

test('many certificates are lines of names, each name once, without comments and empty lines', () => {
  expect(linesOfNames('# shop\r\n a.test, b.test;a.test\n\n10.0.0.7\n')).toEqual([['a.test', 'b.test'], ['10.0.0.7']]);
  expect(linesOfNames(' \n# nothing\n')).toEqual([]);
});

test('a refusal reads as sentences, however it ends', () => {
  expect(refusalWords({ why: 'it is too long', fix: 'Shorten it.' })).toBe('It is too long. Shorten it.');
  expect(refusalWords({ why: 'Firefox rejects it.', fix: 'Name it.' })).toBe('Firefox rejects it. Name it.');
});

describe('who reads an export', () => {
  test('finds every format of the core under some reader, for a certificate or for an authority', () => {
    const offered = [...targetsOf(formats, ofCertificate), ...targetsOf(formats, ofAuthority)].map(
      ({ format }) => format.id,
    );

    expect([...new Set(offered)].toSorted()).toEqual(formats.map(({ id }) => id).toSorted());
  });

  test('gets an authority without anything that needs a key', () => {
    expect(targetsOf(formats, ofAuthority).some(({ format }) => format.privateKey === 'required')).toBe(false);
  });

  test('gets what this page does not know by the words of the core, last', () => {
    const base = formats[0];
    if (base === undefined) throw new Error('no formats');
    const last = targetsOf([...formats, { ...base, id: 'new', title: 'New', audience: 'tomorrow' }], ofCertificate).at(
      -1,
    );

    expect(last).toMatchObject({ title: 'New', gives: 'For tomorrow' });
  });

  test('gets nothing that the core does not list', () => {
    expect(targetsOf([], ofCertificate)).toEqual([]);
  });

  test('is told why a file with the key cannot be made where the key is elsewhere', () => {
    const targets = targetsOf(formats, withoutKey);
    const refused = targets.filter(({ refusal }) => refusal !== null).map(({ format }) => format.id);

    expect(new Set(refused)).toEqual(new Set(['p12', 'p12-legacy', 'java-keystore']));
    expect(targets.find(({ format }) => format.id === 'pem')?.gives).toBe('Certificate and authority: a file each');
  });

  test('is shown the lines of nginx with the names of the files', () => {
    const nginx = targetsOf(formats, ofCertificate).find(({ title }) => title.startsWith('nginx'));

    expect(nginx?.use?.(['a.fullchain.pem', 'a.key', 'ca.pem'])).toBe(
      'ssl_certificate a.fullchain.pem;\nssl_certificate_key a.key;',
    );
    expect(nginx?.use?.(['a.fullchain.pem', 'ca.pem'])).toBeNull();
  });
});

describe('the passphrase of an export', () => {
  const kindFor = (id: string, subject: ExportSubject) => {
    const target = targetsOf(formats, subject).find(({ format }) => format.id === id);
    if (target === undefined) throw new Error(`no target of ${id}`);
    return passphraseKind(target, subject);
  };

  test('is asked for where a key goes along, and is public where nothing is secret', () => {
    expect(kindFor('pem', ofCertificate)).toBe('optional');
    expect(kindFor('p12', ofCertificate)).toBe('required');
    expect(kindFor('jks', ofAuthority)).toBe('public');
    expect([kindFor('pem', ofAuthority), kindFor('pem', withoutKey), kindFor('crt', ofAuthority)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('is typed twice the same, and not left out where it is needed', () => {
    expect(exportPassphraseFault('required', '', '')).toContain('Type a passphrase');
    expect(exportPassphraseFault('required', 'one', 'two')).toContain('differ');
    expect(exportPassphraseFault('optional', 'one', '')).toContain('differ');
    expect([
      exportPassphraseFault('optional', '', ''),
      exportPassphraseFault('required', 'same', 'same'),
      exportPassphraseFault('public', 'changeme', ''),
      exportPassphraseFault(null, '', ''),
    ]).toEqual([null, null, null, null]);
  });
});

describe('the lists of the screen', () => {
  const newer: Certificate = { ...certificate, id: 'newer', inUse: false, notBefore: ago(60) };
  const renewed: Certificate = { ...olderCertificate, id: 'renewed', state: 'renewed', renewedBy: 'newer' };
  const all = [newer, olderCertificate, revokedCertificate, clientCertificate, renewed, certificate];

  test('begin with what is in use, then what ends soon, then the newest', () => {
    const { servers, clients, past } = listsOf(all, '');

    expect(servers.map(({ id }) => id)).toEqual(['leaf-1', 'leaf-0', 'newer']);
    expect(clients.map(({ id }) => id)).toEqual(['client-1']);
    expect(past.map(({ id }) => id)).toEqual(['client-0', 'renewed']);
  });

  test('keep what the endpoint presents in view, also once it has expired', () => {
    expect(listsOf([{ ...certificate, state: 'expired' }], '').servers).toHaveLength(1);
  });

  test('hold what has every word that is looked for', () => {
    expect(listsOf(all, 'SHOP orders').clients).toHaveLength(1);
    expect(listsOf(all, 'shop nowhere').clients).toHaveLength(0);
    expect(listsOf(all, certificate.serial).servers).not.toHaveLength(0);
  });
});

describe('a reminder', () => {
  const ending = (change: Partial<Certificate>): number =>
    endingCertificates([{ ...olderCertificate, ...change }]).length;

  test('is given for what nothing renews by itself', () => {
    expect(ending({})).toBe(1);
    expect(ending({ inUse: true })).toBe(0);
    expect(ending({ renewedBy: 'x' })).toBe(0);
    expect(ending({ renewsItselfAt: ago(0) })).toBe(0);
    expect(ending({ state: 'revoked' })).toBe(0);
  });

  test('comes thirty days before the end, or when a third of a shorter life is left', () => {
    expect([ending({ daysLeft: 30 }), ending({ daysLeft: 31 })]).toEqual([1, 0]);
    const monthly = { notBefore: '2026-11-01T00:00:00Z', notAfter: '2026-12-01T00:00:00Z' };
    expect([ending({ ...monthly, daysLeft: 10 }), ending({ ...monthly, daysLeft: 11 })]).toEqual([1, 0]);
  });

  test('is not given for what was made to end within a week, nor long after the end', () => {
    expect(ending({ notBefore: '2026-11-20T00:00:00Z', notAfter: '2026-11-25T00:00:00Z', daysLeft: 1 })).toBe(0);
    expect([ending({ state: 'expired', daysLeft: -14 }), ending({ state: 'expired', daysLeft: -15 })]).toEqual([1, 0]);
  });

  test('is one line on Home, however many there are', () => {
    expect(endingNotices([certificate])).toEqual([]);
    expect(endingNotices([olderCertificate])).toMatchObject([
      { level: 'attention', title: 'localhost, 127.0.0.1: 22 days left', screen: '/certificates' },
    ]);
    expect(endingNotices([olderCertificate, { ...olderCertificate, id: 'b' }])).toMatchObject([
      { title: '2 certificates end soon' },
    ]);
  });
});

describe('a row', () => {
  test('names four at most, and the id where there is no name', () => {
    expect(namesInShort({ id: 'x', shownNames: ['a', 'b', 'c', 'd', 'e'] })).toBe('a, b, c, d and 1 more');
    expect(namesInShort({ id: 'x', shownNames: [] })).toBe('x');
  });

  test('says when a certificate ends, to the minute where it was made for minutes', () => {
    expect(lifeWords(certificate)).toBe('EC P-256 · until 24 Dec 2027');
    expect(lifeWords({ ...certificate, notBefore: '2026-11-24T11:00:00Z', notAfter: '2026-11-24T12:10:00Z' })).toMatch(
      /until 24 Nov, \d\d:\d\d/,
    );
  });

  test('says why one was revoked, and where a key is', () => {
    expect(lifeWords(revokedCertificate)).toBe('EC P-256 · revoked on 21 Nov 2026: key compromise');
    expect(lifeWords({ ...certificate, hasKey: false })).toContain('key is elsewhere');
  });

  test('has a badge that says what it is worth', () => {
    expect(badgeOf(certificate)).toEqual({ tone: 'ok', word: 'in use' });
    expect(badgeOf({ ...certificate, state: 'expired' })).toEqual({ tone: 'failed', word: 'in use' });
    expect(badgeOf(revokedCertificate)).toEqual({ tone: 'failed', word: 'revoked' });
    expect(badgeOf(clientCertificate)).toEqual({ tone: 'n/a', word: 'client' });
  });
});

test('constraints are told as names and networks, or as those that there are', () => {
  expect(permittedWords(['test', '10.0.0.0/8'])).toBe('test and names under them; addresses in 10.0.0.0/8');
  expect(permittedWords(['test'])).toBe('test and names under them');
  expect(permittedWords(['10.0.0.0/8'])).toBe('addresses in 10.0.0.0/8');
});
