import { AsyncLocalStorage } from 'node:async_hooks';
import winston from 'winston';
import { redact } from './redact';

export type Fields = Readonly<Record<string, unknown>>;

/** One line per event: a dotted name in the past tense, and ids, not bodies. */
export interface Logger {
  debug(event: string, fields?: Fields): void;
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  error(event: string, fields?: Fields): void;
}

/** What every line of one request carries, so that one payment can be followed through all functions. */
export interface LogContext {
  readonly correlationId: string;
  /** `projects/P/traces/T`, where the platform sent a trace header. */
  readonly trace?: string;
}

const context = new AsyncLocalStorage<LogContext>();

export const withLogContext = <T>(value: LogContext, run: () => T): T => context.run(value, run);
/** The correlation id of the request being served, for rows and calls that must carry it on. */
export const correlationId = (): string | undefined => context.getStore()?.correlationId;

// https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry#logseverity
const SEVERITY: Readonly<Record<string, string>> = {
  debug: 'DEBUG',
  info: 'INFO',
  warn: 'WARNING',
  error: 'ERROR',
};

// Where winston keeps the level it filters by and the text it writes (https://github.com/winstonjs/triple-beam).
const LEVEL = Symbol.for('level');
const TEXT = Symbol.for('message');

const cloudLogging = winston.format((info) => {
  const { level, message, ...fields } = info;
  const here = context.getStore();
  const line = {
    severity: SEVERITY[level] ?? 'DEFAULT',
    message: String(message),
    timestamp: new Date().toISOString(),
    ...(here && { correlationId: here.correlationId }),
    ...(here?.trace && { 'logging.googleapis.com/trace': here.trace }),
    ...(redact(fields) as object),
  };
  return { level, message, [LEVEL]: level, [TEXT]: JSON.stringify(line) };
});

const GREY = (text: string) => `\u001b[90m${text}\u001b[39m`;
const COLOURS: Readonly<Record<string, number>> = { ERROR: 31, WARNING: 33, INFO: 36, DEBUG: 90 };

/** The same line for a person at a terminal. */
const readable = winston.format((info) => {
  const line = JSON.parse(String(info[TEXT])) as Record<string, unknown>;
  const { severity, message, timestamp, service, ...rest } = line;
  const colour = COLOURS[String(severity)] ?? 39;
  const fields = Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  info[TEXT] =
    `${GREY(String(timestamp).slice(11, 23))} \u001b[${colour}m${String(message)}\u001b[39m ` +
    GREY(`${String(service)} ${fields.join(' ')}`);
  return info;
});

export interface LoggerOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly service: string;
  /** JSON lines as Cloud Logging reads them, unless a person is looking. */
  readonly pretty?: boolean;
}

export function createLogger({ level, service, pretty = process.stdout.isTTY }: LoggerOptions): Logger {
  const logger = winston.createLogger({
    level,
    defaultMeta: { service },
    format: pretty ? winston.format.combine(cloudLogging(), readable()) : cloudLogging(),
    transports: new winston.transports.Console(),
  });
  const at =
    (name: keyof Logger) =>
    (event: string, fields: Fields = {}): void =>
      void logger.log(name, event, fields);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** For tests and tools that must stay quiet. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
