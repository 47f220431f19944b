import { describe, expect, test } from 'vitest';
import type { Host } from '../../../main/core/host/host.ts';
import { networkDiskNotice } from '../../../main/core/host/network-disk.ts';
import { tempHome, testHost } from '../../support/temp-security.ts';

const NOWHERE = { read: () => null };

function linux(type: number, home = '/home/ada/sealwire'): Host {
  const host = testHost('/home/ada', { platform: 'linux' });
  const facts: Host['disk']['facts'] = () => ({ isFolder: true, mode: 0o700, ownerId: 0, bytes: 0 });
  return { ...host, disk: { ...host.disk, facts, fileSystemType: (path) => (path === home ? type : 0xef53) } };
}

const MOUNTS = [
  '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
  '40 22 0:50 / /home/ada/far\\040away rw,nosuid,nodev - fuse.sshfs ada@server: rw',
  '41 22 0:51 / /home/ada/stick rw - fuseblk /dev/sdb1 rw',
  '42 22 0:52 / /home/ada rw - ext4 /dev/sda2 rw',
].join('\n');

/** As mount(8) of macOS 14 prints it. */
const MAC_MOUNTS = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)
//ada@server._smb._tcp.local/share on /Volumes/team share (smbfs, nodev, nosuid, mounted by ada)
server:/export on /Volumes/nfs (nfs, nodev, nosuid, mounted by ada)
`;

describe('a data folder on a network drive', () => {
  test.each([
    [0x6969, 'NFS'],
    [0x517b, 'SMB'],
    [0xff534d42, 'SMB'],
    [0xfe534d42, 'SMB'],
    // Where f_type is a signed number, as on 32-bit systems.
    [0xff534d42 | 0, 'SMB'],
    [0x01021997, '9P'],
    [0x00c36400, 'Ceph'],
  ])('is known on Linux by the number %i of its file system', async (type, kind) => {
    const notice = await networkDiskNotice(linux(type), '/home/ada/sealwire', NOWHERE);

    expect(notice).toMatchObject({
      id: 'home-on-network',
      level: 'attention',
      title: 'The data folder is on a network drive',
    });
    expect(notice?.text).toContain(`/home/ada/sealwire lies on ${kind}.`);
    expect(notice?.text).toContain('Set `SEALWIRE_HOME` to a folder on a disk of this machine');
  });

  test.each([
    ['/home/ada/far away/sealwire', 'SSHFS'],
    ['/home/ada/stick/sealwire', null],
    ['/home/ada/far away too', null],
  ])('under FUSE is known by the mount: %s', async (home, kind) => {
    const notice = await networkDiskNotice(linux(0x65735546, home), home, { read: () => MOUNTS });

    expect(notice?.text.includes(`lies on ${kind}.`) ?? null).toBe(kind === null ? null : true);
  });

  test('is not seen on the disks of this very machine, nor before the folder is there', async () => {
    const home = tempHome();

    expect(await networkDiskNotice(testHost(home), `${home}/not/there/yet`)).toBeNull();
  });

  test('that is not there yet is judged by the nearest folder that is', async () => {
    const host = linux(0x6969, '/mnt/server');
    const there = {
      ...host,
      disk: { ...host.disk, facts: (path: string) => (path.startsWith('/mnt/server/') ? null : host.disk.facts(path)) },
    };

    expect(await networkDiskNotice(there, '/mnt/server/a/b', NOWHERE)).not.toBeNull();
  });

  test.each([
    ['/Volumes/team share/sealwire', 'SMB'],
    ['/Volumes/nfs/sealwire', 'NFS'],
    ['/Users/ada/Library/Application Support/Sealwire', null],
  ])('is known on macOS by its mount: %s', async (home, kind) => {
    const exec: Host['exec'] = async () => ({ code: 0, stdout: MAC_MOUNTS, stderr: '', failure: null });
    const notice = await networkDiskNotice({ ...linux(0), platform: 'darwin', exec }, home);

    expect(notice?.text.includes(`lies on ${kind}.`) ?? null).toBe(kind === null ? null : true);
  });

  test.each([
    ['\\\\server\\share\\Sealwire', null, true],
    ['\\\\?\\UNC\\server\\share\\Sealwire', null, true],
    ['Z:\\Sealwire', '4\r\n', true],
    ['D:\\Sealwire', '3\r\n', false],
    ['C:\\Users\\ada\\AppData\\Roaming\\Sealwire', null, false],
    ['\\\\?\\C:\\Sealwire', null, false],
  ] as const)('is known on Windows: %s, of drive type %j', async (home, driveType, isRemote) => {
    const asked: string[] = [];
    const exec: Host['exec'] = async (_file, args) => {
      asked.push(args.at(-1) ?? '');
      return { code: 0, stdout: driveType ?? '', stderr: '', failure: null };
    };
    const notice = await networkDiskNotice({ ...linux(0), platform: 'win32', env: { SystemDrive: 'C:' }, exec }, home);

    expect(notice !== null).toBe(isRemote);
    expect(asked).toHaveLength(driveType === null ? 0 : 1);
  });

  test('is not claimed where the system does not tell', async () => {
    const exec: Host['exec'] = async () => ({ code: 1, stdout: MAC_MOUNTS, stderr: '', failure: null });

    expect(await networkDiskNotice({ ...linux(0), platform: 'darwin', exec }, '/Volumes/nfs/sealwire')).toBeNull();
  });
});
