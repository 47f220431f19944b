import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

/** Where a fuse wire starts in any Electron binary; after it come version 1, its length and one digit a fuse (Electron docs, "Electron Fuses"). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE_LENGTH = 9;

/** A fuse wire as Electron 45 has it when it comes out of its archive. */
export function fuseWire(length = WIRE_LENGTH): Buffer {
  return Buffer.concat([
    Buffer.from(SENTINEL),
    Buffer.from([1, length]),
    Buffer.from('101100010'.padEnd(length, '0').slice(0, length)),
  ]);
}

/** A folder that electron-builder takes for an unpacked Electron of that platform. Its programs are a few bytes around a fuse wire. */
export function stubElectron(platform: 'linux' | 'darwin' | 'win32', folder: string): string {
  const write = (path: string, content: string | Buffer, mode = 0o644): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
    chmodSync(join(folder, path), mode);
  };
  write('version', '45.4.1');
  write('LICENSE', 'the licence of Electron');
  write('LICENSES.chromium.html', '<p>the notices of Chromium</p>');
  if (platform === 'linux') {
    write('electron', Buffer.concat([Buffer.from('#!/bin/sh\necho "window $*"\nexit 0\n'), fuseWire()]), 0o755);
    write('chrome-sandbox', 'sandbox', 0o755);
    write('chrome_crashpad_handler', 'handler', 0o755);
    write('locales/en-US.pak', 'words');
    write('resources/default_app.asar', 'a welcome');
  } else if (platform === 'win32') {
    write('electron.exe', Buffer.concat([programForWindows(), fuseWire()]));
    write('ffmpeg.dll', 'MZ');
    write('locales/en-US.pak', 'words');
    write('resources/default_app.asar', 'a welcome');
  } else {
    const contents = 'Electron.app/Contents';
    write(`${contents}/Info.plist`, plist('Electron', 'com.github.Electron', 'APPL'));
    write(`${contents}/MacOS/Electron`, 'program', 0o755);
    write(`${contents}/Resources/electron.icns`, 'icns');
    write(`${contents}/Resources/default_app.asar`, 'a welcome');
    write(`${contents}/Frameworks/Electron Framework.framework/Electron Framework`, fuseWire(), 0o755);
    for (const kind of ['', ' (Renderer)', ' (GPU)', ' (Plugin)']) {
      const name = `Electron Helper${kind}`;
      write(
        `${contents}/Frameworks/${name}.app/Contents/Info.plist`,
        plist(name, 'com.github.Electron.helper', 'APPL'),
      );
      write(`${contents}/Frameworks/${name}.app/Contents/MacOS/${name}`, 'helper', 0o755);
    }
  }
  return folder;
}

/** The smallest 64-bit program with a version in one language, which is where the hash of the archive is put beside. */
function programForWindows(): Buffer {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setFileVersion(45, 4, 1, 0, 1033);
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron', FileDescription: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.from(program.generate());
}

function plist(name: string, identifier: string, type: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>CFBundleName</key><string>${name}</string>
<key>CFBundleExecutable</key><string>${name}</string>
<key>CFBundleIdentifier</key><string>${identifier}</string>
<key>CFBundlePackageType</key><string>${type}</string>
</dict></plist>
`;
}
