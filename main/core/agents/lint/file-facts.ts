import { X509Certificate } from 'node:crypto';
import { dirname } from 'node:path';
import { pemCertificates } from '../../authority/pem-certificates.ts';
import { systemCode } from '../../host/disk-failed.ts';
import type { Disk } from '../../host/host.ts';

/** What is at a path that a setting names. */
export interface FileFacts {
  readonly state: 'there' | 'absent' | 'folder' | 'unreadable';
  /** Whether the folder is there where the file is absent; a path of another machine has neither. */
  readonly folderIsThere: boolean;
  readonly certificates: number;
  readonly hasPrivateKey: boolean;
  /** Whether the first certificate may sign others; null where there is none that can be read. */
  readonly isAuthority: boolean | null;
  /** ISO date on which the first certificate ends. */
  readonly notAfter: string | null;
}

/** A bundle of all public authorities is a quarter of this. */
const LARGEST = 4 * 1024 * 1024;

const NOTHING = { folderIsThere: true, certificates: 0, hasPrivateKey: false, isAuthority: null, notAfter: null };

/** Looks at a file that is to hold certificates. Nothing of a private key is kept. */
export function fileFacts(disk: Pick<Disk, 'facts' | 'read'>, path: string): FileFacts {
  if (path.includes('\0')) return { ...NOTHING, state: 'absent', folderIsThere: false };
  try {
    const facts = disk.facts(path);
    if (facts === null) return { ...NOTHING, state: 'absent', folderIsThere: disk.facts(dirname(path)) !== null };
    if (facts.isFolder) return { ...NOTHING, state: 'folder' };
    const text = facts.bytes > LARGEST ? '' : (disk.read(path)?.toString('latin1') ?? '');
    return {
      state: 'there',
      folderIsThere: true,
      hasPrivateKey: /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text),
      ...certificateFacts(text),
    };
  } catch (error) {
    // EACCES and EPERM: it is there, and not for this user. Whatever else the system says of a path that a stranger's text names (ENAMETOOLONG, ELOOP) means the same.
    return { ...NOTHING, state: systemCode(error) === 'ENAMETOOLONG' ? 'absent' : 'unreadable' };
  }
}

function certificateFacts(text: string): Pick<FileFacts, 'certificates' | 'isAuthority' | 'notAfter'> {
  const found = pemCertificates(text);
  try {
    const first = found[0] === undefined ? null : new X509Certificate(found[0]);
    return {
      certificates: found.length,
      isAuthority: first?.ca ?? null,
      notAfter: first?.validToDate.toISOString() ?? null,
    };
  } catch {
    // OpenSSL's words for broken DER: what looks like a certificate is none.
    return { certificates: 0, isAuthority: null, notAfter: null };
  }
}
