/**
 * Keeps secrets out of log lines, by the name of a field and by the shape of its strings. The classic leak is a bot
 * token in the URL of a failed fetch.
 */
const SECRET_NAME = /token|secret|signature|password|authorization|api[-_]?key|cookie|x-nowpayments-sig/i;
const SECRET_SHAPES: readonly RegExp[] = [
  /\d{6,}:[A-Za-z0-9_-]{30,}/g, // a bot token, also inside https://api.telegram.org/bot…/
  /\b[a-f0-9]{128}\b/gi, // an IPN signature
  /(?<=Bearer )[A-Za-z0-9._~+/-]+=*/g,
  /(?<=postgres(?:ql)?:\/\/[^:@/\s]*:)[^@\s]+(?=@)/g,
];
const REDACTED = '[redacted]';
const MAX_DEPTH = 6;

export function redactText(text: string): string {
  return SECRET_SHAPES.reduce((cleaned, shape) => cleaned.replace(shape, REDACTED), text);
}

function describeError(error: Error, depth: number): object {
  const { name, message, stack, cause } = error;
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    name,
    message: redactText(message),
    ...(code !== undefined && { code: redact(code, depth + 1) }),
    ...(stack !== undefined && { stack: redactText(stack) }),
    ...(cause !== undefined && { cause: redact(cause, depth + 1) }),
  };
}

/** Numbers and booleans are kept, because a count such as that of refused signatures isn't a secret. */
const mayHoldSecret = (value: unknown): boolean =>
  typeof value === 'string' || (typeof value === 'object' && value !== null);

/** A copy of `value` that is safe to log: JSON shapes only, errors with their causes, secrets replaced. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return String(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (value instanceof Error) return describeError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      SECRET_NAME.test(name) && mayHoldSecret(item) ? REDACTED : redact(item, depth + 1),
    ]),
  );
}
