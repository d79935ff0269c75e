import { setImmediate as nextTurn } from 'node:timers/promises';
import { SECOND_MS } from '../../domain/common/time';
import { within } from '../../within';
import type { DatabaseEndpoint } from './open-socket';
import type { PoolOptions } from './options';
import { Session } from './session';

/** A connection that was used more recently is unlikely to have died unnoticed. */
const RECENTLY_MS = SECOND_MS;
const GOODBYE_SECONDS = 1;
/** For all steps of connecting except for the login, so that every function can still answer its caller. */
const CONNECT_WITHIN_MS = 8 * SECOND_MS;

export interface SessionLimits {
  readonly idleMs: number;
  readonly lifetimeMs: number;
}

/** The open connections of a pool. A caller takes one and gives it back. `Permits` limits the callers. */
export class Sessions {
  readonly #endpoint: DatabaseEndpoint;
  readonly #options: PoolOptions;
  readonly #limits: SessionLimits;
  readonly #open = new Set<Session>();
  /** The last one was used last. */
  #idle: Session[] = [];
  #sweeping: NodeJS.Timeout | undefined;
  #isEnded = false;

  constructor(endpoint: DatabaseEndpoint, options: PoolOptions, limits: SessionLimits) {
    this.#endpoint = endpoint;
    this.#options = options;
    this.#limits = limits;
  }

  /** How many connections are open. */
  get size(): number {
    return [...this.#open].filter(({ isClosed }) => !isClosed).length;
  }

  /** Returns the idle connection that was used last, unless all have died or are too old. */
  async takeIdle(): Promise<Session | undefined> {
    const last = this.#idle.at(-1);
    if (last !== undefined && Date.now() - last.restedAt > RECENTLY_MS) {
      // What the database said while this process was frozen is read now: its farewell in one turn, the end in the next.
      await nextTurn();
      await nextTurn();
    }
    for (let session = this.#idle.pop(); session !== undefined; session = this.#idle.pop()) {
      if (this.#isUsable(session)) return session;
      void this.#retire(session);
    }
    return undefined;
  }

  async connect(): Promise<Session> {
    if (this.#isEnded) throw Object.assign(new Error('the pool was closed'), { code: 'CONNECTION_ENDED' });
    const opening = this.#endpoint.open();
    const opened = await within(opening, CONNECT_WITHIN_MS, () => {
      void opening.then(({ socket }) => socket.destroy()).catch(() => undefined);
      return Object.assign(new Error('connecting took too long'), { code: 'ETIMEDOUT' });
    });
    const session = new Session(this.#endpoint, opened, this.#options);
    this.#open.add(session);
    return session;
  }

  /** Takes a connection back. If it died, drops the idle ones as well, because they usually die together. */
  giveBack(session: Session): void {
    const isKept = !session.isClosed && !this.#isEnded;
    if (isKept) this.#idle.push(session);
    else void this.#retire(session);
    if (session.isClosed) for (const idle of this.#idle.splice(0)) void this.#retire(idle);
    this.#sweepLater();
  }

  /** Closes every connection. Statements in progress have `timeoutSeconds` to end. */
  async end(timeoutSeconds: number): Promise<void> {
    this.#isEnded = true;
    clearTimeout(this.#sweeping);
    this.#idle = [];
    await Promise.all([...this.#open].map((session) => this.#retire(session, timeoutSeconds)));
  }

  #isUsable({ isClosed, restedAt, openedAt }: Session): boolean {
    const { idleMs, lifetimeMs } = this.#limits;
    // By the wall clock, because timers stand still while an instance is frozen.
    const now = Date.now();
    return !isClosed && now - restedAt < idleMs && now - openedAt < lifetimeMs;
  }

  async #retire(session: Session, timeoutSeconds = GOODBYE_SECONDS): Promise<void> {
    await session.end(timeoutSeconds);
    this.#open.delete(session);
  }

  /** Closes idle connections in time. The one that was used longest ago is the first. */
  #sweepLater(): void {
    const [first] = this.#idle;
    if (first === undefined || this.#sweeping !== undefined) return;
    const sweep = () => {
      this.#sweeping = undefined;
      const unusable = this.#idle.filter((session) => !this.#isUsable(session));
      this.#idle = this.#idle.filter((session) => !unusable.includes(session));
      for (const session of unusable) void this.#retire(session);
      this.#sweepLater();
    };
    const leftMs = first.restedAt + this.#limits.idleMs - Date.now();
    this.#sweeping = setTimeout(sweep, Math.max(1, leftMs)).unref();
  }
}
