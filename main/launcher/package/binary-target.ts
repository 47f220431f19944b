import type { Target } from './target.ts';

const ELF_MACHINES: Readonly<Record<number, Target['arch']>> = { 62: 'x64', 183: 'arm64' };
const PE_MACHINES: Readonly<Record<number, Target['arch']>> = { 34404: 'x64', 43620: 'arm64' };
const MACH_O_CPUS: Readonly<Record<number, Target['arch']>> = { 16777223: 'x64', 16777228: 'arm64' };
const MACH_O_64 = 0xfeedfacf;

/**
 * The system that a program was built for, read from the start of its file: the ELF header's e_machine, the COFF header's Machine, the Mach-O header's
 * cputype. Null for anything else. The first kilobyte is enough.
 */
export function binaryTarget(start: Buffer): Target | null {
  if (start.length < 64) return null;
  if (start.readUInt32BE(0) === 0x7f454c46) return known('linux', ELF_MACHINES[start.readUInt16LE(18)]);
  if (start.readUInt32LE(0) === MACH_O_64) return known('darwin', MACH_O_CPUS[start.readUInt32LE(4)]);
  if (start.toString('latin1', 0, 2) !== 'MZ') return null;
  const header = start.readUInt32LE(0x3c);
  if (header + 6 > start.length || start.toString('latin1', header, header + 4) !== 'PE\0\0') return null;
  return known('win32', PE_MACHINES[start.readUInt16LE(header + 4)]);
}

function known(platform: Target['platform'], arch: Target['arch'] | undefined): Target | null {
  return arch === undefined ? null : { platform, arch };
}
