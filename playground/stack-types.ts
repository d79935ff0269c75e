import type postgres from 'postgres';
import type { NowpaymentsSimulator, NowpaymentsSimulatorOptions } from './nowpayments/index';
import type { LocalPostgres } from './postgres/start-postgres';
import type { RunningFunction } from './run-function';
import type { TelegramSimulator, TelegramSimulatorOptions } from './telegram/index';

/** The deployed functions, and the folder of each under `dist/`. */
export const FOLDERS = {
  telegramWebhook: 'telegram-webhook',
  paymentIpn: 'payment-ipn',
  notificationWebhook: 'notification-webhook',
  health: 'health',
  worker: 'worker',
} as const;

export type Target = keyof typeof FOLDERS;
export const TARGETS = Object.keys(FOLDERS) as Target[];

export const PORT_NAMES = ['page', 'telegram', 'nowpayments', ...TARGETS] as const;
export type Ports = Record<(typeof PORT_NAMES)[number], number>;

/** The real providers that a stack uses. An absent one is simulated. */
export interface RealProviders {
  readonly telegram?: {
    readonly botToken: string;
    readonly botUsername: string;
    /** The public https address that forwards to `telegramWebhook`. Without it, no webhook is set. */
    readonly webhookUrl?: string;
  };
  readonly nowpayments?: {
    readonly apiKey: string;
    readonly ipnSecret: string;
    readonly apiUrl?: string;
    /** The public https address that forwards to `paymentIpn`. */
    readonly ipnCallbackUrl: string;
  };
}

export interface HostOptions {
  /** `FUNCTIONS`, `TICK` and the like. */
  readonly environment?: Record<string, string>;
  /** The folder that holds the built host. Default: this checkout's. */
  readonly folder?: string;
}

export interface StackOptions {
  /** Absent or 0: any free port. */
  readonly ports?: Partial<Ports>;
  /** An empty or migrated database. */
  readonly databaseUrl: string;
  /** Empties the database first. */
  readonly isFresh?: boolean;
  /** Lets the page empty the database and start over. */
  readonly mayStartOver?: boolean;
  /** The database login of each function. Default: that of `databaseUrl` for all. */
  readonly logins?: Partial<Record<Target, string>>;
  readonly page?: boolean;
  /** The functions to start. Default: all. */
  readonly targets?: readonly Target[];
  /** Default false, because `dist/` usually exists already. */
  readonly build?: boolean;
  /** Serves all functions in one process of the plain host, with these variables besides. */
  readonly host?: HostOptions;
  /** The playground's offer may also be paid in Telegram Stars. Default false. */
  readonly stars?: boolean;
  /** Added to the environment of every function. */
  readonly environment?: Record<string, string>;
  readonly telegram?: Partial<TelegramSimulatorOptions>;
  readonly nowpayments?: Partial<NowpaymentsSimulatorOptions>;
  /** Milliseconds between two calls of the worker, which play Cloud Scheduler. Default false: none. */
  readonly tick?: number | false;
  readonly log?: (line: string) => void;
  /** Called when the visitor breaks something or moves the clock, and each time a call meets what is broken. */
  readonly onTrouble?: (cause: string) => void;
  /** Lets the page restart the database. */
  readonly postgres?: LocalPostgres;
  readonly real?: RealProviders;
}

export interface Stack {
  /** Throws if the stack uses the real Telegram. */
  readonly telegram: TelegramSimulator;
  /** Throws if the stack uses the real NOWPayments. */
  readonly nowpayments: NowpaymentsSimulator;
  /** The stack's own small pool. */
  readonly database: postgres.Sql;
  /** Reading one that was not started throws. */
  readonly functions: Readonly<Record<Target, RunningFunction>>;
  /** Starts another instance of a function next to the first. */
  startInstance(target: Target, port?: number): Promise<RunningFunction>;
  /** The environment variables of a function's process. */
  environment(target: Target): Record<string, string>;
  /** Calls the worker once, as Cloud Scheduler does, and returns the HTTP status. */
  tick(): Promise<number>;
  /** Moves the clock of the database and the simulators. */
  moveClock(interval: string): Promise<void>;
  /** Empties the database and starts everything again on the same ports, with new simulators. */
  startOver(): Promise<void>;
  readonly page?: { readonly url: string } | undefined;
  stop(): Promise<void>;
}
