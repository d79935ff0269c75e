import postgres from 'postgres';
import { codeOf, isSessionUsable } from './away';
import type { DatabaseEndpoint, OpenedSocket } from './open-socket';
import type { PoolOptions, Sql } from './options';
import { CONNECT_TIMEOUT_SECONDS, hungUp } from './open-socket';
import { isRepeatable } from './repeatable';
import { statementsOn } from './statement';

/** The first byte of the server's messages (https://www.postgresql.org/docs/current/protocol-message-formats.html). */
const ERROR_RESPONSE = 0x45;

/** What postgres.js adds to an error (connection.js:403). */
const OF_STATEMENT = ['stack', 'query', 'parameters', 'args', 'types'];

/**
 * A copy of an error of the driver that hides the statement and its values from anyone who prints the error. The driver
 * shows them because `debug` is set, and its properties can't be changed.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error) || !('parameters' in error)) return error;
  const all: Record<string, PropertyDescriptor> = Object.getOwnPropertyDescriptors(error);
  for (const name of OF_STATEMENT)
    if (all[name] !== undefined) all[name] = { ...all[name], enumerable: false };
  return Object.create(Object.getPrototypeOf(error) as object, all);
}

/** The server ends every statement earlier, so a connection that stays silent for longer is dead. */
const SILENCE_MS = 15_000;

/**
 * One connection to the database, with a driver for itself that is thrown away with it. postgres.js 3.4.9 would
 * otherwise reconnect without a pause or an error if the other side hangs up early (porsager/postgres#1193), and hand
 * the error of a dead connection to the next statement.
 */
export class Session {
  /** The driver itself, for migrations: it also knows transactions. */
  readonly driver: Sql;
  readonly openedAt = Date.now();
  /** When it last became idle. */
  restedAt = Date.now();
  /** True once the server has accepted the login. */
  isReady = false;
  isClosed = false;
  readonly #opened: OpenedSocket;
  readonly #sql: Sql;
  #isInUse = false;
  #sent: string[] = [];
  #writtenBefore = 0;

  /** `options` without those about connecting. The `login` of the endpoint wins. */
  constructor(endpoint: DatabaseEndpoint, opened: OpenedSocket, options: PoolOptions) {
    this.#opened = opened;
    const { socket } = opened;
    let isGiven = false;
    const withSocket = {
      ...options,
      ...endpoint.login,
      max: 1,
      backoff: false,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: CONNECT_TIMEOUT_SECONDS, // from the login to the first answer
      // Known to postgres.js at run time, missing from its types. It asks for a second socket if the first one closed,
      // and would wait for a socket that closed before.
      socket: () => {
        if (isGiven || socket.destroyed) throw socket.errored ?? hungUp();
        isGiven = true;
        return socket;
      },
      onparameter: () => this.#becomeReady(),
      onclose: () => this.#close(),
    };
    this.driver = postgres(endpoint.url, withSocket);
    this.#sql = statementsOn(this.driver);
    // Set only here, because `postgres()` would also make every statement keep a stack trace (query.js:34).
    Object.assign(this.driver.options, {
      debug: (_: number, statement: string) => this.#sent.push(statement),
    });
    socket.on('data', (chunk: Buffer) => this.#hear(chunk));
    socket.once('close', () => this.#close());
  }

  /** Runs `work` on this connection. Rejects if the server stays silent. */
  async use<T>(work: (sql: Sql) => PromiseLike<T>): Promise<T> {
    this.#isInUse = true;
    this.#sent = [];
    this.#writtenBefore = this.#opened.socket.bytesWritten;
    try {
      return await this.#unlessSilent(work(this.#sql));
    } catch (error) {
      if (!isSessionUsable(error)) this.destroy();
      throw withoutValues(error);
    } finally {
      this.#isInUse = false;
      this.restedAt = Date.now();
    }
  }

  /** True if the last work was cut off, and may be done again: what was sent, if anything, does no harm twice. */
  get mayRepeat(): boolean {
    const isUnsent = this.#opened.socket.bytesWritten === this.#writtenBefore;
    return this.isClosed && (isUnsent || this.#sent.every(isRepeatable));
  }

  /** Tells the endpoint why the session did not become ready. Returns true if another one may. */
  refused(error: unknown): boolean {
    return codeOf(error) !== undefined && this.#opened.refused(error);
  }

  /** Says goodbye, then closes. */
  async end(timeoutSeconds: number): Promise<void> {
    await this.driver.end({ timeout: timeoutSeconds });
    this.destroy();
  }

  destroy(): void {
    this.#close();
    this.#opened.socket.destroy();
  }

  #becomeReady(): void {
    if (!this.isReady) this.#opened.accepted();
    this.isReady = true;
  }

  #close(): void {
    this.isClosed = true;
  }

  #hear(chunk: Buffer): void {
    // An idle server speaks to say goodbye.
    if (!this.#isInUse && chunk[0] === ERROR_RESPONSE) this.isClosed = true;
  }

  #unlessSilent<T>(work: PromiseLike<T>): Promise<T> {
    const { socket } = this.#opened;
    return new Promise((resolve, reject) => {
      let read = socket.bytesRead;
      const timer = setInterval(() => {
        if (socket.bytesRead === read)
          reject(Object.assign(new Error('the database stopped answering'), { code: 'ETIMEDOUT' }));
        read = socket.bytesRead;
      }, SILENCE_MS);
      Promise.resolve(work)
        .then(resolve, reject)
        .finally(() => clearInterval(timer));
    });
  }
}
