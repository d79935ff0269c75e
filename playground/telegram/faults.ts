export type Fault = {
  /** A Bot API method; absent means any. */
  method?: string;
  /** `error` answers with it, `timeout` never answers, `drop` closes the socket. */
  kind: 'error' | 'timeout' | 'drop';
  status?: number;
  description?: string;
  retryAfter?: number;
  /** Performs the call first and then fails, which the caller can't tell from a call that never arrived. */
  afterPerforming?: boolean;
  /** Default 1. May be Infinity, which is null in JSON. */
  times?: number;
};

interface ActiveFault {
  readonly fault: Fault;
  left: number;
}

/** The faults of a test or the page, used in the order in which they were added. */
export class Faults {
  private active: ActiveFault[] = [];
  private readonly onTaken: () => void;

  constructor(onTaken: () => void = () => undefined) {
    this.onTaken = onTaken;
  }

  add(fault: Fault): void {
    // `null` means Infinity, which JSON can't express.
    const times = (fault as { times?: number | null }).times;
    this.active.push({ fault, left: times === null ? Infinity : (times ?? 1) });
  }

  clear(): void {
    this.active = [];
  }

  /** Takes the fault for this call, if there is one, and counts one use of it. */
  take(method: string): Fault | undefined {
    const wanted = method.toLowerCase();
    const found = this.active.find(({ fault }) => (fault.method ?? wanted).toLowerCase() === wanted);
    if (!found) return undefined;
    this.onTaken();
    found.left -= 1;
    if (found.left <= 0) this.active = this.active.filter((other) => other !== found);
    return found.fault;
  }

  list(): object[] {
    return this.active.map(({ fault, left }) => ({ ...fault, times: Number.isFinite(left) ? left : null }));
  }
}
