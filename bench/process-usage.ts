import { readFileSync } from 'node:fs';

/** Linux reports hundredths of a second, whatever the kernel's own tick is (USER_HZ, proc(5)). */
const MICROSECONDS_PER_TICK = 10_000;

/** User and system time of all threads of a process; `NaN` on systems without /proc. */
export function cpuMicroseconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command, which may contain spaces, so count from its closing bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * MICROSECONDS_PER_TICK;
  } catch {
    return Number.NaN;
  }
}

/** Resident memory in MB (10^6 bytes); `NaN` on systems without /proc. */
export function residentMegabytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return (Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024) / 1e6;
  } catch {
    return Number.NaN;
  }
}
