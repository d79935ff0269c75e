import { EventEmitter } from 'node:events';

/** Aborts a request: the native signal, or the polyfill of grammY. */
interface SignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** What ends a call to another server. */
export interface Ending {
  readonly signal?: SignalLike | null | undefined;
  /** The whole call, with the body of the answer. Without it only `signal` ends a call. */
  readonly timeoutMs?: number | undefined;
}

/** The signal of a call to undici, which takes an emitter for one. Makes less than an `AbortController` does. */
export class CallEnding extends EventEmitter {
  aborted = false;
  reason: unknown;
  readonly #given: SignalLike | null | undefined;
  readonly #timer: NodeJS.Timeout | undefined;

  /** Ends with the given signal or after the time limit, whichever is first. */
  constructor({ signal, timeoutMs }: Ending) {
    super();
    this.#given = signal;
    if (signal?.aborted === true) this.#endAsGiven();
    else signal?.addEventListener('abort', this.#endAsGiven);
    if (timeoutMs !== undefined)
      this.#timer = setTimeout(() => {
        this.#end(new DOMException(`no answer within ${timeoutMs} ms`, 'TimeoutError'));
      }, timeoutMs);
  }

  /** Nothing is left to end. */
  readonly stop = (): void => {
    clearTimeout(this.#timer);
    this.#given?.removeEventListener('abort', this.#endAsGiven);
  };

  readonly #endAsGiven = (): void => this.#end(this.#given?.reason);

  #end(reason: unknown): void {
    this.aborted = true;
    this.reason = reason;
    this.emit('abort');
  }
}
