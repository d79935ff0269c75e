import type { Fault } from './types';

interface Armed {
  readonly fault: Fault;
  left: number;
}

/** Failures that were asked for, used up in the order they were asked. */
export class Faults {
  private armed: Armed[] = [];

  add(fault: Fault): void {
    // JSON has no Infinity: null stands for it.
    const times = (fault as { times?: number | null }).times;
    this.armed.push({ fault, left: times === null ? Infinity : (times ?? 1) });
  }

  clear(): void {
    this.armed = [];
  }

  /** The fault this call meets, if any; it is used up by one. */
  take(method: string): Fault | undefined {
    const wanted = method.toLowerCase();
    const armed = this.armed.find(({ fault }) => (fault.method ?? wanted).toLowerCase() === wanted);
    if (!armed) return undefined;
    armed.left -= 1;
    if (armed.left <= 0) this.armed = this.armed.filter((other) => other !== armed);
    return armed.fault;
  }

  list(): object[] {
    return this.armed.map(({ fault, left }) => ({ ...fault, times: Number.isFinite(left) ? left : null }));
  }
}
