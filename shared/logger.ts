import { Writable } from 'node:stream';
import winston from 'winston';
import { errorReport, type Running } from './error-report';
import { logContext } from './logging/log-context';
import { levelFilter, moduleOf, type Level, type LogLevels } from './logging/log-levels';
import type { LogDestination } from './logging/log-to-api';
import { redact } from './redact';

export { continueUnder, correlationId, withLogContext, type LogContext } from './logging/log-context';

export type Fields = Readonly<Record<string, unknown>>;

/** One line for each event: a dotted name in the past tense, and ids instead of bodies. `docs/events.md` lists all. */
export interface Logger {
  debug(event: string, fields?: Fields): void;
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  error(event: string, fields?: Fields): void;
}

// https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry#logseverity
const SEVERITY: Readonly<Record<string, string>> = {
  debug: 'DEBUG',
  info: 'INFO',
  warn: 'WARNING',
  error: 'ERROR',
};

// Where winston keeps the level that it filters by and the text that it writes
// (https://github.com/winstonjs/triple-beam).
const LEVEL = Symbol.for('level');
const TEXT = Symbol.for('message');
const LABELS = 'logging.googleapis.com/labels';

/** One line as LoggingWinston would write it to stdout, but with our fields at the top instead of under `metadata`. */
const cloudLogging = winston.format((info, options) => {
  const { level, message, ...fields } = info;
  const event = String(message);
  const running = options as Running;
  const line = {
    severity: SEVERITY[level] ?? 'DEFAULT',
    message: event,
    timestamp: new Date().toISOString(),
    [LABELS]: { ...running, module: moduleOf(event) },
    ...logContext(),
    ...(redact(fields) as object),
    ...(level === 'error' && errorReport(Object.values(fields), running)),
  };
  return { level, message, [LEVEL]: level, [TEXT]: JSON.stringify(line) };
});

const GREY = (text: string) => `\u001b[90m${text}\u001b[39m`;
const COLOURS: Readonly<Record<string, number>> = { ERROR: 31, WARNING: 33, INFO: 36, DEBUG: 90 };

/** Formats the same line for a person at a terminal. */
const readable = winston.format((info) => {
  const line = JSON.parse(String(info[TEXT])) as Record<string, unknown>;
  const { severity, message, timestamp, [LABELS]: labels, ...rest } = line;
  const { service } = labels as { service: string };
  const colour = COLOURS[String(severity)] ?? 39;
  const fields = Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  info[TEXT] =
    `${GREY(String(timestamp).slice(11, 23))} \u001b[${colour}m${String(message)}\u001b[39m ` +
    GREY(`${service} ${fields.join(' ')}`);
  return info;
});

export interface LoggerOptions {
  readonly levels: LogLevels;
  readonly service: string;
  readonly revision: string;
  /** True: lines for a person. False: JSON lines for Cloud Logging. The default asks if a terminal is attached. */
  readonly pretty?: boolean;
  /** Receives the lines in place of stdout. */
  readonly destination?: LogDestination | undefined;
}

function transportTo(destination: LogDestination | undefined) {
  if (destination === undefined) return new winston.transports.Console();
  const write = (line: string, _: string, done: () => void) => {
    destination.write(line.trimEnd());
    done();
  };
  return new winston.transports.Stream({ stream: new Writable({ decodeStrings: false, write }) });
}

export function createLogger(options: LoggerOptions): Logger {
  const { levels, service, revision, destination } = options;
  const { pretty = process.stdout.isTTY && destination === undefined } = options;
  const format = cloudLogging({ service, revision });
  const logger = winston.createLogger({
    level: 'debug',
    format: pretty ? winston.format.combine(format, readable()) : format,
    transports: transportTo(destination),
  });
  const isWritten = levelFilter(levels);
  const at =
    (level: Level) =>
    (event: string, fields: Fields = {}): void => {
      if (isWritten(level, event)) logger.log(level, event, fields);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** For tests and tools that must stay silent. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
