/** A line as Cloud Logging stores it: https://cloud.google.com/logging/docs/structured-logging#structured_logging_special_fields */
export interface LogEntry {
  readonly severity: string;
  readonly timestamp: string;
  readonly trace: unknown;
  readonly labels: Readonly<Record<string, string>>;
  readonly jsonPayload: Readonly<Record<string, unknown>>;
}

const SPECIAL = /^(severity|timestamp|logging\.googleapis\.com\/.*)$/;

export function entryOf(line: string): LogEntry {
  const fields = JSON.parse(line) as Record<string, unknown>;
  return {
    severity: String(fields['severity']),
    timestamp: String(fields['timestamp']),
    trace: fields['logging.googleapis.com/trace'],
    labels: (fields['logging.googleapis.com/labels'] ?? {}) as Record<string, string>,
    jsonPayload: Object.fromEntries(Object.entries(fields).filter(([name]) => !SPECIAL.test(name))),
  };
}

const SEVERITIES = ['DEFAULT', 'DEBUG', 'INFO', 'NOTICE', 'WARNING', 'ERROR', 'CRITICAL'];
const COMPARISON = /^([A-Za-z]+(?:\.[A-Za-z]+)*)(=|>=)(?:"([^"\\]*)"|(\d+)|([A-Z]+))$/;

type Test = (entry: LogEntry) => boolean;

function comparison(text: string): Test {
  const [, path, operator, quoted, digits, word] = COMPARISON.exec(text) ?? [];
  if (path === undefined) throw new Error(`not understood: ${text}`);
  const valueIn = (entry: LogEntry) =>
    path
      .split('.')
      .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], entry);
  if (path === 'severity' && operator === '>=')
    return (entry) => SEVERITIES.indexOf(entry.severity) >= SEVERITIES.indexOf(word ?? '');
  if (operator !== '=') throw new Error(`not understood: ${text}`);
  const wanted = digits === undefined ? (quoted ?? word) : Number(digits);
  return (entry) => valueIn(entry) === wanted;
}

/**
 * The part of the Logging query language that the documentation uses: comparisons joined by OR, and by AND or a new line,
 * which binds less. Throws for anything else, because a misread filter proves nothing.
 */
export function logFilter(text: string): Test {
  const every = text
    .trim()
    .split(/\n| AND /)
    .map((part) => part.split(' OR ').map((each) => comparison(each.trim())));
  return (entry) => every.every((some) => some.some((test) => test(entry)));
}
