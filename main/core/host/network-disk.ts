import { posix, win32 } from 'node:path';
import type { Notice } from '../../contract/index.ts';
import type { Host } from './host.ts';
import { type ProcFiles, realProcFiles } from './proc-files.ts';

/** What of a host tells where a folder lies. */
type Looking = Pick<Host, 'platform' | 'env' | 'disk' | 'exec'>;

/**
 * Says that the data folder lies on a network drive, where SQLite's locks and write-ahead log do not hold (sqlite.org/wal.html: "does not work over a network
 * filesystem"). Null where it does not, or where that cannot be told: a doubt is no reason to alarm anybody.
 */
export async function networkDiskNotice(
  host: Looking,
  home: string,
  proc: Pick<ProcFiles, 'read'> = realProcFiles,
): Promise<Notice | null> {
  const kind = await networkKind(host, home, proc).catch(() => null);
  if (kind === null) return null;
  return {
    id: 'home-on-network',
    level: 'attention',
    title: 'The data folder is on a network drive',
    text: `${home} lies on ${kind}. Locks and write-ahead logs do not hold there, so events can be lost or damaged. Set \`SEALWIRE_HOME\` to a folder on a disk of this machine and start Sealwire again.`,
    screen: null,
  };
}

/** The kind of network file system, in words, that a folder or the nearest one above it lies on; null for a local one. */
async function networkKind(host: Looking, home: string, proc: Pick<ProcFiles, 'read'>): Promise<string | null> {
  if (host.platform === 'win32') return windowsKind(host, home);
  const there = nearest(host, home);
  if (host.platform === 'darwin') {
    const { code, stdout } = await host.exec('/sbin/mount', [], { timeoutMs: 5_000 });
    return code === 0 ? kindOfName(darwinFileSystem(stdout, there)) : null;
  }
  const type = host.disk.fileSystemType(there);
  if (type === null) return null;
  // FUSE has one number for everything that is built on it; the mount's own name tells sshfs from a local disk.
  if (type >>> 0 === FUSE) return kindOfName(linuxFileSystem(proc.read('/proc/self/mountinfo') ?? '', there));
  return LINUX_NUMBERS[type >>> 0] ?? null;
}

/** Numbers of statfs(2), from linux/magic.h and, for SMB and CIFS, fs/smb. */
const LINUX_NUMBERS: Readonly<Record<number, string>> = {
  26985: 'NFS', // 0x6969, NFS_SUPER_MAGIC
  20859: 'SMB', // 0x517B, SMB_SUPER_MAGIC
  4283649346: 'SMB', // 0xFF534D42, CIFS_SUPER_MAGIC
  4266872130: 'SMB', // 0xFE534D42, SMB2_SUPER_MAGIC
  16914839: '9P', // 0x01021997, V9FS_MAGIC: also the drives of Windows in WSL 2
  12805120: 'Ceph', // 0x00C36400, CEPH_SUPER_MAGIC
  1397113167: 'AFS', // 0x5346414F, AFS_SUPER_MAGIC
  1937076805: 'Coda', // 0x73757245, CODA_SUPER_MAGIC
};
const FUSE = 1702057286; // 0x65735546, FUSE_SUPER_MAGIC

const NAMES: Readonly<Record<string, string>> = {
  nfs: 'NFS',
  nfs4: 'NFS',
  smbfs: 'SMB',
  afpfs: 'AFP',
  webdav: 'WebDAV',
  ftp: 'FTP',
  sshfs: 'SSHFS',
  'fuse.sshfs': 'SSHFS',
  'fuse.rclone': 'rclone',
  'fuse.glusterfs': 'GlusterFS',
  'fuse.s3fs': 'S3',
  'fuse.davfs': 'WebDAV',
  'fuse.gvfsd-fuse': 'a network place of the desktop',
  macfuse: 'SSHFS',
};

function kindOfName(name: string | null): string | null {
  return name === null ? null : (NAMES[name] ?? null);
}

/** The file system of the innermost mount that holds a path: proc(5), `mountinfo`, fields 5 and, after the dash, 1. */
function linuxFileSystem(mountinfo: string, path: string): string | null {
  const mounts = mountinfo.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const at = before.split(' ')[4];
    const name = after.split(' ')[0];
    return at === undefined || name === undefined || name === '' ? [] : [{ at: unescaped(at), name }];
  });
  return innermost(mounts, path);
}

/** Lines of mount(8) of macOS: `//ada@server/share on /Volumes/share (smbfs, nodev, nosuid, mounted by ada)`. */
function darwinFileSystem(mount: string, path: string): string | null {
  const mounts = mount.split('\n').flatMap((line) => {
    const found = /^.+ on (\/.*) \((\w+)/.exec(line);
    return found?.[1] === undefined || found[2] === undefined ? [] : [{ at: found[1], name: found[2] }];
  });
  return innermost(mounts, path);
}

function innermost(mounts: readonly { readonly at: string; readonly name: string }[], path: string): string | null {
  const holding = mounts.filter(({ at }) => path === at || path.startsWith(at.endsWith('/') ? at : `${at}/`));
  // Of two on the same folder, the later one is on top.
  return holding.toSorted((one, other) => one.at.length - other.at.length).at(-1)?.name ?? null;
}

/** Blanks and the like stand in mountinfo as octal numbers: `\040`. */
function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}

/** A share by its name is one; a drive letter other than the system's is asked for (`[IO.DriveInfo]`, 4 is Network). */
async function windowsKind(host: Looking, home: string): Promise<string | null> {
  if (/^\\\\(?![.?]\\)/.test(home) || /^\\\\\?\\UNC\\/i.test(home)) return 'a network share';
  const drive = /^([a-z]):/i.exec(home)?.[1]?.toUpperCase();
  if (drive === undefined || `${drive}:` === (host.env.SystemDrive ?? 'C:').toUpperCase()) return null;
  const root = host.env.SystemRoot ?? 'C:\\Windows';
  const { code, stdout } = await host.exec(
    win32.join(root, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe'),
    ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', `[int]([IO.DriveInfo]'${drive}').DriveType`],
    { timeoutMs: 10_000 },
  );
  return code === 0 && stdout.trim() === '4' ? `the network drive ${drive}:` : null;
}

/** The folder, or the nearest above it that is there: a data folder is only made when it is first needed. */
function nearest({ disk }: Pick<Host, 'disk'>, path: string): string {
  let at = path;
  while (disk.facts(at) === null && posix.dirname(at) !== at) at = posix.dirname(at);
  return at;
}
