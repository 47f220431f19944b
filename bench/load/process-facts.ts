import { readFileSync } from 'node:fs';

/** Ticks of the clock in which Linux counts a process's time, a second (sysconf _SC_CLK_TCK). */
const TICKS = 100;

/** Processor time that a process has used, all threads, in milliseconds (Linux; proc(5), stat, fields 14 and 15). */
export function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
}

/** Resident memory of a process (Linux). */
export function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
